package fr.pli.exchange.factor;

import com.webauthn4j.credential.CredentialRecord;
import java.util.Set;

/**
 * A stored passkey.
 *
 * @param credential id that the authenticator knows it by
 * @param transports how it can be reached, as the browser said when it was made
 * @param record what a proof is checked against, its counter that of the last proof
 */
record Passkey(Factor factor, byte[] credential, Set<String> transports, CredentialRecord record) {}
