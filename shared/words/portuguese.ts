import type { Words } from './words.ts';

export const portuguese: Words = {
  language: 'pt',
  access: { ready: 'Pronto', warned: 'Corrigir logo', draining: 'Terminando a chamada', locked: 'Bloqueado' },
  checks: {
    'os-patch': {
      title: 'Atualizações do sistema',
      why: 'Falhas conhecidas de um sistema antigo deixam outros lerem o que os clientes contam a você.',
      texts: {
        'security-updates-missing': {
          problem: 'Há atualizações de segurança à espera: {count}, a mais antiga há {days} ({names}).',
          remedy: 'Instale todas as atualizações agora: abra o atualizador do sistema ou rode “sudo apt upgrade”.',
        },
        'lists-old': {
          problem: 'Este PC procurou atualizações pela última vez há {days}.',
          remedy: 'Faça a busca agora: abra o atualizador do sistema ou rode “sudo apt update”.',
        },
        'restart-pending': {
          problem: 'Há atualizações instaladas que esperam um reinício há {days}.',
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
    'wifi-security': {
      title: 'Segurança do Wi-Fi',
      why: 'Em um Wi-Fi aberto ou fraco, vizinhos podem escutar os dados dos clientes.',
      texts: {
        open: {
          problem: 'Seu Wi-Fi não tem senha.',
          remedy: 'Coloque uma senha WPA2 ou WPA3 no roteador, ou use um cabo de rede.',
        },
        weak: {
          problem: 'Seu Wi-Fi usa {security}, que é fácil de quebrar.',
          remedy: 'Mude o roteador para WPA2 ou WPA3 (no mínimo {minimum}), ou use um cabo de rede.',
        },
        'wired-only': { problem: 'Este PC usa cabo de rede, não Wi-Fi.', remedy: 'Nada a fazer.' },
        'no-link': {
          problem: 'Este PC não está em nenhuma rede.',
          remedy: 'Conecte um cabo de rede ou entre no seu Wi-Fi.',
        },
      },
    },
    vpn: {
      title: 'VPN',
      why: 'A VPN mantém os dados dos clientes dentro da linha da empresa.',
      texts: {
        'not-required': { problem: 'Sua equipe não exige VPN.', remedy: 'Nada a fazer.' },
        'tunnel-down': { problem: 'A VPN não está conectada.', remedy: 'Conecte a VPN da sua empresa.' },
        'wrong-vendor': {
          problem: 'Você está conectado por {vendor}, que não é a VPN da sua empresa.',
          remedy: 'Desconecte e conecte a VPN da sua empresa ({expected}).',
        },
        'not-full': {
          problem: 'Só uma parte do seu tráfego passa pela VPN.',
          remedy: 'Escolha o túnel completo na sua VPN, ou peça o perfil certo ao suporte.',
        },
        'not-routed': {
          problem: 'A VPN está conectada, mas nada passa por ela.',
          remedy: 'Desconecte a VPN e conecte de novo.',
        },
        'ipv6-outside': {
          problem: 'O tráfego IPv6 não passa pela VPN.',
          remedy: 'Peça ao suporte um perfil de VPN que cubra IPv6.',
        },
        'wrong-egress': {
          problem: 'Seu tráfego não chega pelos endereços da empresa (visto de {address}).',
          remedy: 'Reconecte a VPN da empresa e verifique de novo.',
        },
      },
    },
    software: {
      title: 'Programas',
      why: 'Um programa de acesso remoto ou de gravação pode mostrar os dados de um cliente a um estranho.',
      texts: {
        'forbidden-running': {
          problem: '{names} está aberto e não é permitido durante o trabalho.',
          remedy: 'Feche {names} por completo; o acesso volta sozinho.',
        },
        'forbidden-installed': {
          problem: '{names} está instalado e não é permitido neste PC.',
          remedy: 'Desinstale {names}.',
        },
        'required-missing': {
          problem: '{names} não está aberto, e sua equipe exige.',
          remedy: 'Abra {names}; fale com o suporte se não estiver instalado.',
        },
      },
    },
  },
  cannotTell: {
    absent: 'nada neste PC sabe informar',
    denied: 'este PC não permitiu',
    'needs-admin': 'só um administrador pode ler',
    'location-off': 'a localização está desligada',
    timeout: 'este PC não respondeu a tempo',
    'too-large': 'a resposta era longa demais',
    unparsable: 'a resposta tinha uma forma desconhecida',
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
    finishCall: 'Termine esta chamada; depois dela, nenhuma nova.',
    lessThanADay: 'menos de um dia',
  },
};
