/** Tables of who may use the console. */
export interface OperatorTables {
  operators: OperatorTable;
  sessions: SessionTable;
  passkeys: PasskeyTable;
  invitations: InvitationTable;
  api_tokens: ApiTokenTable;
  settings: SettingTable;
}

export interface OperatorTable {
  name: string;
  /** argon2id; empty while none was chosen. */
  password: string;
  made_at: string;
  role: string;
  /** JSON: ids of the programs that the operator is limited to; null: all of them. */
  programs: string | null;
  disabled_at: string | null;
  /** JSON: issuer and subject at the identity provider, for who signs in there. */
  subject: string | null;
  /** Sealed base32 secret of the authenticator app. */
  totp: string | null;
  /** The last step whose code was taken, so that no code works twice. */
  totp_step: number | null;
  /** JSON: hashes of the recovery codes that are left. */
  recovery: string | null;
}

export interface SessionTable {
  /** SHA-256 of the cookie's token, base64url. */
  hash: string;
  id: string;
  operator: string;
  started_at: string;
  last_seen_at: string;
  expires_at: string;
  ended_at: string | null;
  address: string;
  browser: string;
  /** How the operator proved who they are. */
  factor: string;
  /** When they last did. */
  proved_at: string | null;
}

export interface PasskeyTable {
  /** The credential's id, base64url. */
  id: string;
  operator: string;
  name: string;
  /** COSE key, base64url. */
  public_key: string;
  counter: number;
  /** JSON: how the browser reaches it. */
  transports: string;
  made_at: string;
  last_used_at: string | null;
}

/** A link with which somebody chooses a password. */
export interface InvitationTable {
  hash: string;
  operator: string;
  made_by: string;
  expires_at: string;
}

export interface ApiTokenTable {
  hash: string;
  id: string;
  name: string;
  role: string;
  programs: string | null;
  made_by: string;
  made_at: string;
  expires_at: string;
  last_used_at: string | null;
}

/** Settings of the whole console, by name; JSON. */
export interface SettingTable {
  name: string;
  value: string;
}
