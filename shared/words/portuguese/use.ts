import type { Words } from '../words.ts';

/** How the PC is used and reached. */
export const use = {
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
  'screen-lock': {
    title: 'Bloqueio de tela',
    why: 'Quando você sai da mesa, ninguém mais deve ver ou usar o que está aberto.',
    texts: {
      never: {
        problem: 'A tela deste PC nunca se bloqueia sozinha.',
        remedy: 'Faça a tela bloquear em no máximo {minutes}, nas configurações de tela ou de segurança.',
      },
      'too-late': {
        problem: 'A tela só é bloqueada após {minutes}.',
        remedy: 'Defina {mostMinutes} ou menos, nas configurações de tela ou de segurança.',
      },
      'no-password': {
        problem: 'A tela volta a abrir sem senha.',
        remedy: 'Ligue o pedido de senha para quando a tela acender de novo (“Exigir senha” no Mac).',
      },
    },
  },
  'remote-login': {
    title: 'Acesso remoto',
    why: 'Quem entra de fora vê os mesmos dados de clientes que você.',
    texts: {
      open: {
        problem: 'Outras pessoas podem entrar neste PC pela rede ({names}).',
        remedy: 'Desligue {names} nas configurações de “Compartilhamento” ou “Área de Trabalho Remota” deste PC.',
      },
      'remote-session': {
        problem: 'Este PC está sendo usado de outro lugar.',
        remedy: 'Encerre a sessão remota e trabalhe diretamente neste PC.',
      },
    },
  },
  'admin-rights': {
    title: 'Direitos de administrador',
    why: 'O que você abrir por engano não poderá fazer mais do que você pode.',
    texts: {
      administrator: {
        problem: 'Você trabalha com uma conta de administrador.',
        remedy: 'Crie para o trabalho uma segunda conta, do tipo “Padrão”, e use essa; o suporte pode ajudar.',
      },
      'always-administrator': {
        problem: 'Qualquer programa deste PC pode mudar tudo sem perguntar a você.',
        remedy:
          'Ligue de novo as perguntas do sistema (“Controle de Conta de Usuário” no Windows), ou use uma conta padrão.',
      },
    },
  },
  'auto-login': {
    title: 'Login automático',
    why: 'Um PC que inicia sem senha se abre para quem o ligar.',
    texts: {
      on: {
        problem: 'Este PC inicia sem pedir senha.',
        remedy: 'Desligue o login automático nas configurações da sua conta.',
      },
    },
  },
  'agent-health': {
    title: 'O próprio Shiftgate',
    why: 'O Shiftgate só pode responder por este PC se estiver íntegro e atualizado.',
    texts: {
      'old-version': {
        problem: 'O Shiftgate deste PC é antigo demais ({version}; no mínimo {minimum}).',
        remedy: 'Reinicie o Shiftgate para que ele se atualize, ou instale a versão mais nova.',
      },
      'update-waiting': {
        problem: 'Uma atualização do Shiftgate está pendente há {days}.',
        remedy: 'Feche o Shiftgate por completo e abra-o de novo.',
      },
      'files-changed': {
        problem: 'Arquivos do Shiftgate neste PC foram alterados.',
        remedy: 'Instale o Shiftgate de novo; peça o link ao suporte.',
      },
      'permission-missing': {
        problem: 'O Shiftgate não tem permissão para usar: {names}.',
        remedy: 'Permita nas configurações de privacidade deste PC.',
      },
      'weak-key': {
        problem: 'A chave que prova a identidade deste PC não está guardada com segurança suficiente.',
        remedy: 'Fale com o suporte; pode ser preciso um PC com chip de segurança.',
      },
    },
  },
} satisfies Pick<
  Words['checks'],
  'wifi-security' | 'vpn' | 'software' | 'screen-lock' | 'remote-login' | 'admin-rights' | 'auto-login' | 'agent-health'
>;
