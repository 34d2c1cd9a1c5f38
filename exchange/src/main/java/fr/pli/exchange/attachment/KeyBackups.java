package fr.pli.exchange.attachment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Copies of the key store, each named after the second it was made in; they live a few days only (U-13). */
final class KeyBackups {

    private static final Pattern NAME = Pattern.compile("keystore-(\\d{1,12})(?:-\\d+)?\\.p12");

    /** The sweep that removes them comes every hour and may be late by one: none lives longer than stated. */
    private static final Duration MARGIN = Duration.ofHours(2);

    private final Path folder;
    private final Duration life;
    private final Clock clock;

    KeyBackups(Path folder, int days, Clock clock) throws IOException {
        Durable.folder(folder);
        this.folder = folder;
        this.life = Duration.ofDays(days).minus(MARGIN);
        this.clock = clock;
    }

    void make(Path keystore) throws IOException {
        long second = clock.instant().getEpochSecond();
        Path backup = folder.resolve("keystore-" + second + ".p12");
        for (int more = 2; Files.exists(backup); more++) {
            backup = folder.resolve("keystore-" + second + "-" + more + ".p12");
        }
        Durable.replace(backup, Files.readAllBytes(keystore));
    }

    Optional<Path> newest() throws IOException {
        return all().stream()
                .max(Comparator.comparing(KeyBackups::made)
                        .thenComparing(p -> p.toString().length())
                        .thenComparing(Path::toString));
    }

    boolean recent() throws IOException {
        Instant yesterday = clock.instant().minus(Duration.ofDays(1));
        return newest().map(KeyBackups::made).filter(yesterday::isBefore).isPresent();
    }

    void removeOld() throws IOException {
        Instant limit = clock.instant().minus(life);
        for (Path backup : all()) {
            if (made(backup).isBefore(limit)) {
                Files.deleteIfExists(backup);
            }
        }
    }

    private List<Path> all() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(f -> NAME.matcher(f.getFileName().toString()).matches())
                    .toList();
        }
    }

    private static Instant made(Path backup) {
        Matcher matcher = NAME.matcher(backup.getFileName().toString());
        return matcher.matches() ? Instant.ofEpochSecond(Long.parseLong(matcher.group(1))) : Instant.EPOCH;
    }
}
