package fr.pli.exchange.factor;

import fr.pli.exchange.account.Person;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** The questions that browsers put to passkeys, as the JSON of WebAuthn level 3 (5.1.8, 5.1.9). */
final class PasskeyQuestion {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final long TIMEOUT = 300_000;

    private PasskeyQuestion() {}

    static String creation(
            Person person,
            String challenge,
            String host,
            FactorSettings settings,
            List<Long> algorithms,
            List<Passkey> already) {
        return JSON.writeValueAsString(new Creation(
                Map.of("id", host, "name", settings.issuer()),
                Map.of("id", encoded(bytes(person.id())), "name", person.email(), "displayName", person.name()),
                challenge,
                algorithms.stream()
                        .map(algorithm -> new Algorithm("public-key", algorithm))
                        .toList(),
                TIMEOUT,
                already.stream().map(Known::of).toList(),
                Map.of("residentKey", "discouraged", "userVerification", verification(settings)),
                "none"));
    }

    static String request(String challenge, String host, FactorSettings settings, List<Passkey> usable) {
        return JSON.writeValueAsString(
                new Request(challenge, host, usable.stream().map(Known::of).toList(), verification(settings), TIMEOUT));
    }

    private static String verification(FactorSettings settings) {
        return settings.userVerification().name().toLowerCase(Locale.ROOT);
    }

    /** The user's handle says nothing about them: it is the directory's id. */
    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    record Creation(
            Map<String, String> rp,
            Map<String, String> user,
            String challenge,
            List<Algorithm> pubKeyCredParams,
            long timeout,
            List<Known> excludeCredentials,
            Map<String, String> authenticatorSelection,
            String attestation) {}

    record Algorithm(String type, long alg) {}

    record Request(
            String challenge, String rpId, List<Known> allowCredentials, String userVerification, long timeout) {}

    record Known(String type, String id, Set<String> transports) {

        static Known of(Passkey passkey) {
            return new Known("public-key", encoded(passkey.credential()), passkey.transports());
        }
    }
}
