import type { Words } from '../words.ts';

/** What the PC itself is like. */
export const machine = {
  'os-patch': {
    title: 'Atualizações do sistema',
    why: 'Falhas conhecidas de um sistema antigo permitem que outros leiam o que os clientes contam a você.',
    texts: {
      'security-updates-missing': {
        problem: 'Há atualizações de segurança pendentes: {count}, a mais antiga há {days} ({names}).',
        remedy: 'Instale todas as atualizações agora, nas configurações de atualização do sistema.',
      },
      'lists-old': {
        problem: 'Este PC procurou atualizações pela última vez há {days}.',
        remedy: 'Faça a busca agora, nas configurações de atualização do sistema.',
      },
      'restart-pending': {
        problem: 'Há atualizações instaladas que aguardam a reinicialização há {days}.',
        remedy: 'Salve seu trabalho e reinicie o PC.',
      },
      'end-of-life': {
        problem: '{name} não recebe atualizações de segurança desde {date}.',
        remedy: 'Peça ao suporte para passar este PC a uma versão com suporte.',
      },
      'below-minimum': {
        problem: '{name} é mais antigo do que sua equipe permite (no mínimo {minimum}).',
        remedy: 'Atualize o sistema para a versão {minimum} ou mais nova; o suporte pode ajudar.',
      },
      'automatic-updates-off': {
        problem: 'As atualizações automáticas estão desligadas.',
        remedy: 'Ligue as atualizações automáticas nas configurações do atualizador do sistema.',
      },
    },
  },
  'disk-encryption': {
    title: 'Criptografia do disco',
    why: 'Sem ela, quem encontrar ou roubar este PC pode ler o que os clientes contaram a você.',
    texts: {
      'not-encrypted': {
        problem: 'O disco {mount} deste PC não está criptografado.',
        remedy:
          'Ligue a criptografia: BitLocker ou “Criptografia do dispositivo” no Windows, FileVault no Mac. No Linux, fale com o suporte.',
      },
      'under-way': {
        problem: 'O disco {mount} ainda está sendo criptografado.',
        remedy: 'Deixe este PC ligado e na tomada até terminar.',
      },
      suspended: {
        problem: 'A criptografia do disco {mount} está suspensa: qualquer pessoa poderia ler esse disco.',
        remedy: 'Abra as configurações de criptografia deste PC e escolha “Retomar proteção” ou “Ativar”.',
      },
      decrypting: {
        problem: 'A criptografia do disco {mount} está sendo removida.',
        remedy: 'Ligue de novo a criptografia do disco.',
      },
    },
  },
  firewall: {
    title: 'Firewall do PC',
    why: 'Mantém os outros aparelhos da sua rede longe dos programas com que você trabalha.',
    texts: {
      off: {
        problem: 'O firewall deste PC está desligado ({names}).',
        remedy: 'Ligue o firewall nas configurações de segurança ou de rede deste PC.',
      },
      'lets-all-in': {
        problem: 'O firewall está ligado, mas deixa tudo entrar ({names}).',
        remedy: 'Configure-o para bloquear as conexões de entrada que nenhuma regra permite; o suporte pode ajudar.',
      },
      none: {
        problem: 'Este PC não tem firewall.',
        remedy: 'Peça ao suporte para instalar um (no Linux: instale o ufw e depois execute “sudo ufw enable”).',
      },
    },
  },
  antivirus: {
    title: 'Antivírus',
    why: 'Um programa malicioso neste PC poderia ler os dados de um cliente junto com você.',
    texts: {
      none: {
        problem: 'Este PC não tem antivírus.',
        remedy: 'Ligue o que veio com este PC, ou peça ao suporte o da empresa.',
      },
      'wrong-product': {
        problem: 'Este PC não está protegido pelo antivírus da sua empresa ({expected}).',
        remedy: 'Peça ao suporte para instalar.',
      },
      off: {
        problem: 'O antivírus está desligado ({names}).',
        remedy: 'Abra-o e ligue a “Proteção em tempo real”.',
      },
      snoozed: { problem: 'O antivírus está pausado ({names}).', remedy: 'Abra-o e ligue de novo.' },
      expired: {
        problem: 'Seu antivírus venceu ({names}).',
        remedy: 'Renove-o, ou desinstale-o para que o que veio com este PC assuma.',
      },
      'old-signatures': {
        problem: '{names} está há tempo demais sem atualização.',
        remedy: 'Abra-o e faça a busca por atualizações.',
      },
      'not-needed': { problem: 'Sistemas deste tipo vêm sem antivírus.', remedy: 'Nada a fazer.' },
    },
  },
  'secure-boot': {
    title: 'Inicialização segura',
    why: 'Garante que nada se infiltre antes de o sistema e a proteção dele iniciarem.',
    texts: {
      'boot-off': {
        problem: 'A “Inicialização segura” (Secure Boot) está desligada.',
        remedy: 'Peça ao suporte para ligá-la nas configurações de inicialização deste PC.',
      },
      'boot-reduced': {
        problem: 'Este PC inicia com segurança reduzida.',
        remedy: 'Peça ao suporte para colocar a segurança da inicialização no máximo.',
      },
      'boot-legacy': {
        problem: 'Este PC inicia do modo antigo, sem inicialização segura.',
        remedy: 'Pergunte ao suporte se este PC pode iniciar com UEFI e inicialização segura.',
      },
      'no-tpm': {
        problem: 'Este PC não tem chip de segurança (TPM), ou ele está desligado.',
        remedy: 'Peça ao suporte para ligá-lo nas configurações de inicialização, ou peça outro PC.',
      },
      'old-tpm': {
        problem: 'O chip de segurança deste PC é antigo demais (TPM {version}).',
        remedy: 'Peça outro PC ao suporte.',
      },
      'integrity-off': {
        problem: 'A proteção do sistema em funcionamento está desligada.',
        remedy:
          'Peça ao suporte para ligá-la de novo (“Proteção da Integridade do Sistema” no Mac, “Integridade da memória” no Windows, “lockdown” no Linux).',
      },
    },
  },
  'virtual-machine': {
    title: 'PC de verdade',
    why: 'Um PC que roda dentro de outro PC pode ser observado de fora sem que ninguém perceba.',
    texts: {
      inside: {
        problem: 'Você está trabalhando dentro de uma máquina virtual ({product}).',
        remedy: 'Trabalhe no próprio PC: instale o Shiftgate nele e use-o no seu trabalho.',
      },
    },
  },
  'removable-media': {
    title: 'Pendrives e discos USB',
    why: 'Dados de clientes copiados para um pendrive fogem de qualquer controle.',
    texts: {
      attached: {
        problem: 'Há um pendrive, disco ou cartão conectado ({count}).',
        remedy: 'Ejete e desconecte esse dispositivo enquanto trabalha.',
      },
      'not-encrypted': {
        problem: 'Há um pendrive, disco ou cartão sem criptografia conectado ({count}).',
        remedy: 'Ejete e desconecte esse dispositivo enquanto trabalha, ou criptografe-o.',
      },
      'not-blocked': {
        problem: 'Este PC não recusa pendrives nem discos USB.',
        remedy: 'Peça ao suporte para bloqueá-los.',
      },
    },
  },
  'time-sync': {
    title: 'Relógio',
    why: 'Chamadas e pagamentos só servem de prova quando o horário está certo.',
    texts: {
      'clock-off': {
        problem: 'O relógio deste PC está errado em {minutes}.',
        remedy: 'Ligue “Definir horário automaticamente” nas configurações de data e hora.',
      },
      'automatic-off': {
        problem: 'O relógio deste PC é ajustado à mão.',
        remedy: 'Ligue “Definir horário automaticamente” nas configurações de data e hora.',
      },
      'not-synchronised': {
        problem: 'O relógio deste PC não está sincronizado com o servidor de horário.',
        remedy: 'Verifique se este PC está na internet; nas configurações de data e hora, escolha “Sincronizar agora”.',
      },
    },
  },
} satisfies Pick<
  Words['checks'],
  | 'os-patch'
  | 'disk-encryption'
  | 'firewall'
  | 'antivirus'
  | 'secure-boot'
  | 'virtual-machine'
  | 'removable-media'
  | 'time-sync'
>;
