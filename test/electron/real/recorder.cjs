// Loaded by Electron before the program (`electron -r`): notes what the program shows where Electron cannot be asked.
const { Tray, Notification, shell, dialog } = require('electron');

const recorded = {
  icon: { image: undefined, tooltip: '', menu: undefined },
  notices: [],
  opened: [],
  dialogs: [],
  answers: [],
};
globalThis.shiftgateRecorded = recorded;

function note(made, name, look) {
  const original = made.prototype[name];
  made.prototype[name] = function (...args) {
    look.apply(this, args);
    return original.apply(this, args);
  };
}
note(Tray, 'setImage', (image) => {
  recorded.icon.image = image;
});
note(Tray, 'setToolTip', (tooltip) => {
  recorded.icon.tooltip = tooltip;
});
note(Tray, 'setContextMenu', (menu) => {
  recorded.icon.menu = menu;
});
note(Notification, 'show', function () {
  recorded.notices.push({ title: this.title, body: this.body });
});
shell.openExternal = async (url) => void recorded.opened.push(url);
for (const name of ['showMessageBox', 'showSaveDialog']) {
  dialog[name] = async (...args) => {
    recorded.dialogs.push(args.at(-1));
    const answer = recorded.answers.shift();
    if (answer === undefined) throw new Error('A dialog was opened that the test did not expect.');
    return answer;
  };
}
