package fr.pli.exchange.message;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Profile;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What may be sent now (X-3, X-4, X-12): one moment's policies, asked before a byte travels and again before a message
 * leaves.
 *
 * @param maxDays longest lifetime a sender may choose
 * @param maxExtendedDays longest lifetime after extensions
 * @param maxFiles files in one message
 * @param maxBytes bytes of all files of one message together
 * @param maxRecipients recipients of one message
 * @param maxFileBytes bytes of one file
 * @param refusedExtensions without the point, lower case
 * @param allowedExtensions if there are any, no other is accepted
 * @param refusedTypes media types by content, or {@code family/*}
 * @param justiceOnly profiles that may write to justice staff and offices of courts only
 */
record Limits(
        int maxDays,
        int maxExtendedDays,
        int maxFiles,
        long maxBytes,
        int maxRecipients,
        long maxFileBytes,
        Set<String> refusedExtensions,
        Set<String> allowedExtensions,
        Set<String> refusedTypes,
        Set<String> justiceOnly) {

    /** What is known before the first byte: name and size. */
    Optional<Obstacle> declared(String path, long length) {
        String extension = extension(path);
        if (refusedExtensions.contains(extension)) {
            return Optional.of(Obstacle.of(MessageRefusal.EXTENSION_REFUSED, path, extension));
        }
        if (!allowedExtensions.isEmpty() && !allowedExtensions.contains(extension)) {
            return Optional.of(
                    Obstacle.of(MessageRefusal.EXTENSION_NOT_ALLOWED, path, String.join(", ", allowedExtensions)));
        }
        return length > maxFileBytes
                ? Optional.of(Obstacle.of(MessageRefusal.FILE_TOO_LARGE, path, maxFileBytes / 1e6))
                : Optional.empty();
    }

    /** @param mediaType by content; null while nobody has looked */
    Optional<Obstacle> content(String path, @Nullable String mediaType) {
        if (mediaType == null) {
            return Optional.empty();
        }
        boolean refused = refusedTypes.contains(mediaType)
                || refusedTypes.contains(mediaType.substring(0, mediaType.indexOf('/') + 1) + "*");
        return refused ? Optional.of(Obstacle.of(MessageRefusal.TYPE_REFUSED, path, mediaType)) : Optional.empty();
    }

    /** Who may write to whom, beyond who may see whom (X-2). */
    Optional<Obstacle> recipients(Person sender, Collection<Person> recipients) {
        if (!justiceOnly.contains(sender.profile().name().toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        List<Person> others = recipients.stream()
                .filter(person -> !person.profile().justiceStaff() && person.profile() != Profile.OFFICE)
                .toList();
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of(Obstacle.of(
                        MessageRefusal.JUSTICE_ONLY,
                        others.stream().map(Person::email).collect(Collectors.joining(", "))));
    }

    private static String extension(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
