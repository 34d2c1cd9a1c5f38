package fr.pli.exchange.mail;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a later mail server reports of one of our mails (RFC 3464), as read and not yet believed.
 *
 * @param mail it says it is about
 * @param lines one for each address it speaks of
 */
public record Return(UUID mail, List<Line> lines) {

    /** One report as a program gives it, empty if it says nothing that can be used. */
    public static Optional<Return> of(
            @Nullable String messageId,
            @Nullable String recipient,
            @Nullable String action,
            @Nullable String status,
            @Nullable String diagnostic) {
        return ReturnText.ofMessageId(messageId).flatMap(mail -> Action.of(Objects.requireNonNullElse(action, ""))
                .map(word -> new Return(
                        mail,
                        List.of(new Line(
                                Set.of(Objects.requireNonNullElse(recipient, "")),
                                word,
                                ReturnText.said(
                                        Objects.requireNonNullElse(status, ""),
                                        Objects.requireNonNullElse(diagnostic, "")))))));
    }

    /**
     * What became of the mail for one recipient.
     *
     * @param addresses that the report gives this recipient, the original one and the final one
     * @param said status and reply of the reporting server, one line, shortened
     */
    public record Line(Set<String> addresses, Action action, String said) {

        boolean about(String address) {
            return addresses.stream().anyMatch(address::equalsIgnoreCase);
        }
    }

    /** RFC 3464, section 2.3.3; what relays merely handed on is not kept. */
    public enum Action {
        FAILED,
        DELAYED,
        DELIVERED;

        /** @return empty for any other word */
        public static Optional<Action> of(String word) {
            return switch (word.strip().toLowerCase(Locale.ROOT)) {
                case "failed" -> Optional.of(FAILED);
                case "delayed" -> Optional.of(DELAYED);
                case "delivered" -> Optional.of(DELIVERED);
                default -> Optional.empty();
            };
        }
    }
}
