/** Version of the agent as it reports it; a test holds it to the one in package.json. */
export const agentVersion = '0.1.0';
