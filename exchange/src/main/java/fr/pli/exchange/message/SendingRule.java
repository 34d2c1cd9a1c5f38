package fr.pli.exchange.message;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.attachment.StoredFile;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One rule of sending, by its name; the page lists them under « Avant d'envoyer », in this order. They are asked when
 * « Envoyer » is pressed and again whenever a waiting message could leave.
 */
record SendingRule(String name, Function<Sending, Optional<Obstacle>> obstacle) {

    static final List<SendingRule> ALL = List.of(
            new SendingRule("recipients", SendingRule::recipients),
            new SendingRule("offices", SendingRule::offices),
            new SendingRule("subject", SendingRule::subject),
            new SendingRule("content", SendingRule::content),
            new SendingRule("lifetime", SendingRule::lifetime),
            new SendingRule("limits", SendingRule::limits),
            new SendingRule("policy", SendingRule::policy),
            new SendingRule("files", SendingRule::files));

    static Optional<Obstacle> first(Sending sending) {
        return ALL.stream()
                .flatMap(rule -> rule.obstacle().apply(sending).stream())
                .findFirst();
    }

    private static Optional<Obstacle> recipients(Sending sending) {
        if (!sending.letter()) {
            return Optional.empty();
        }
        if (sending.recipients().isEmpty()) {
            return Optional.of(Obstacle.of(MessageRefusal.NO_RECIPIENT));
        }
        if (!sending.unreachable().isEmpty()) {
            String addresses =
                    sending.unreachable().stream().map(person -> person.email()).collect(Collectors.joining(", "));
            return Optional.of(Obstacle.of(MessageRefusal.RECIPIENT_UNKNOWN, addresses));
        }
        int most = sending.limits().maxRecipients();
        return when(sending.recipients().size() > most, Obstacle.of(MessageRefusal.TOO_MANY_RECIPIENTS, most));
    }

    /** An office that nobody would read for is written to only when the sender has confirmed it. */
    private static Optional<Obstacle> offices(Sending sending) {
        List<Person> unattended = sending.unattended();
        return when(
                !unattended.isEmpty() && !sending.message().unattended(),
                Obstacle.of(
                        MessageRefusal.NO_ACTIVE_MEMBER,
                        unattended.stream().map(Person::name).collect(Collectors.joining(", "))));
    }

    private static Optional<Obstacle> subject(Sending sending) {
        return when(sending.message().subject().isBlank(), Obstacle.of(MessageRefusal.SUBJECT_REQUIRED));
    }

    private static Optional<Obstacle> content(Sending sending) {
        boolean empty = sending.message().files().isEmpty()
                && sending.message().comment().isBlank();
        return when(empty, Obstacle.of(MessageRefusal.NO_CONTENT));
    }

    private static Optional<Obstacle> lifetime(Sending sending) {
        Integer days = sending.message().life().retention().days();
        int most = sending.limits().maxDays();
        boolean outside = sending.letter() ? days == null || days < 1 || days > most : days != null;
        return when(outside, Obstacle.of(MessageRefusal.LIFETIME, most));
    }

    private static Optional<Obstacle> limits(Sending sending) {
        Limits limits = sending.limits();
        if (sending.message().fileCount() > limits.maxFiles()) {
            return Optional.of(Obstacle.of(MessageRefusal.TOO_MANY_FILES, limits.maxFiles()));
        }
        return when(
                sending.message().byteCount() > limits.maxBytes(),
                Obstacle.of(MessageRefusal.TOO_LARGE, limits.maxBytes() / 1e9));
    }

    /** What administrators do not want to be sent; the type as soon as it is known. */
    private static Optional<Obstacle> policy(Sending sending) {
        Limits limits = sending.limits();
        Optional<Obstacle> recipients =
                sending.letter() ? limits.recipients(sending.sender(), sending.recipients()) : Optional.empty();
        return recipients.or(() -> sending.message().attachments().stream()
                .flatMap(attachment -> {
                    StoredFile stored = sending.files().get(attachment.file());
                    return limits
                            .declared(attachment.path(), attachment.length())
                            .or(() -> limits.content(attachment.path(), stored == null ? null : stored.mediaType()))
                            .map(obstacle -> obstacle.about(attachment.file()))
                            .stream();
                })
                .findFirst());
    }

    private static Optional<Obstacle> files(Sending sending) {
        return sending.message().attachments().stream()
                .flatMap(attachment -> file(attachment, sending.files().get(attachment.file())).stream())
                .findFirst();
    }

    /** A file still on its way or waiting for its analysis is no obstacle: the message waits for it. */
    private static Optional<Obstacle> file(AttachmentRecord attachment, @Nullable StoredFile stored) {
        if (stored == null) {
            return Optional.of(Obstacle.about(attachment, MessageRefusal.FILE_MISSING, attachment.path()));
        }
        String reason = stored.reason() == null ? "" : stored.reason();
        return switch (stored.state()) {
            case RECEIVING, WAITING, CLEAN -> Optional.empty();
            case INFECTED ->
                Optional.of(Obstacle.about(attachment, MessageRefusal.FILE_INFECTED, attachment.path(), reason));
            case UNSCANNABLE ->
                when(
                        !stored.deliverable(),
                        Obstacle.about(attachment, MessageRefusal.FILE_UNSCANNABLE, attachment.path(), reason));
            case BROKEN -> Optional.of(Obstacle.about(attachment, MessageRefusal.FILE_BROKEN, attachment.path()));
            case ERASED -> Optional.of(Obstacle.about(attachment, MessageRefusal.FILE_MISSING, attachment.path()));
        };
    }

    private static Optional<Obstacle> when(boolean stands, Obstacle obstacle) {
        return stands ? Optional.of(obstacle) : Optional.empty();
    }
}
