// The bundles hold what they need, so the packager has no dependencies to collect: `false` says that we see to them.
module.exports = async () => false;
