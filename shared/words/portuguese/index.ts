import type { Words } from '../words.ts';
import { machine } from './machine.ts';
import { use } from './use.ts';

export const portuguese: Words = {
  language: 'pt',
  access: { ready: 'Pronto', warned: 'Corrigir logo', draining: 'Terminando a chamada', locked: 'Bloqueado' },
  checks: { ...machine, ...use },
  cannotTell: {
    absent: 'nada neste PC sabe informar',
    denied: 'este PC não permitiu',
    'needs-admin': 'só um administrador pode ler',
    'location-off': 'a localização está desligada',
    timeout: 'este PC não respondeu a tempo',
    'too-large': 'a resposta era longa demais',
    unparsable: 'a resposta tinha um formato desconhecido',
    failed: 'a leitura terminou com um erro',
    unsupported: 'ainda não é possível ler neste sistema',
    'never-read': 'ainda não foi informado',
    stale: 'a última leitura é antiga demais',
  },
  outside: {
    'manual-lock': {
      problem: 'Bloqueado por {by}: {reason}',
      remedy: 'Ligue para o suporte; eles podem tirar o bloqueio.',
    },
    'out-of-contact': {
      problem: 'O Shiftgate deste PC não deu notícias.',
      remedy: 'Verifique se este PC está na internet e se o Shiftgate está aberto; o acesso volta sozinho.',
    },
    'awaiting-approval': {
      problem: 'Este PC espera a aprovação da TI.',
      remedy: 'Peça ao suporte para aprovar.',
    },
    quarantined: {
      problem: 'Dois PCs usam a identidade deste.',
      remedy: 'Ligue para o suporte; eles vão configurar este PC de novo.',
    },
    revoked: {
      problem: 'Este PC foi desconectado do Shiftgate.',
      remedy: 'Peça ao suporte um novo link de configuração.',
    },
  },
  frames: {
    allGood: '{title}: tudo certo.',
    nothingToDo: 'Nada a fazer.',
    cannotTell: 'Não dá para saber ({what}): {why}.',
    cannotTellRemedy: 'Por enquanto você não precisa fazer nada; o suporte vê os detalhes.',
    locationRemedy: 'Ligue a localização para podermos ler. Onde você está nunca é lido.',
    ready: 'Este PC está pronto para o trabalho.',
    finishCall: 'Termine esta chamada; depois dela não haverá novas.',
    lessThanADay: 'menos de um dia',
  },
};
