package fr.pli.exchange.attachment;

import fr.pli.exchange.platform.Examination;
import fr.pli.exchange.platform.Findings;
import fr.pli.exchange.platform.Installation;
import fr.pli.exchange.platform.Time;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether the key store opens, has the keys of today and of the days to come, and has a backup that contains them. */
public final class KeyExamination implements Examination {

    @Override
    public String part() {
        return "keys";
    }

    @Override
    public void examine(Installation installation, Findings findings) throws IOException {
        var settings = installation.settings("pli.attachment", AttachmentSettings.class);
        Path keystore = settings.keystore();
        Path password = keystore.resolveSibling(keystore.getFileName() + ".password");
        if (!Files.isReadable(keystore) || !Files.isReadable(password)) {
            findings.wrong("absent", keystore);
            return;
        }
        for (Path secret : new Path[] {keystore, password}) {
            String rights = PosixFilePermissions.toString(Files.getPosixFilePermissions(secret));
            if (!rights.endsWith("------")) {
                findings.wrong("readable", secret, rights);
            }
        }
        char[] word =
                Files.readString(password, StandardCharsets.US_ASCII).strip().toCharArray();
        Set<String> names;
        try {
            names = KeyFile.read(keystore, word).names();
            findings.well("opens", keystore, names.size());
        } catch (IllegalStateException closed) {
            findings.wrong("closed", keystore, String.valueOf(closed.getMessage()));
            return;
        }
        buckets(installation, settings, names, findings);
        backups(installation, settings, word, names, findings);
    }

    private static void buckets(
            Installation installation, AttachmentSettings settings, Set<String> names, Findings findings) {
        Set<Bucket> known = names.stream().map(Bucket::ofKey).collect(Collectors.toSet());
        LocalDate today = LocalDate.ofInstant(installation.clock().instant(), Time.PARIS);
        Optional<LocalDate> missing = today.datesUntil(today.plusDays(settings.keysAhead()))
                .filter(day -> !known.contains(new Bucket(day)))
                .findFirst();
        if (missing.isPresent()) {
            findings.wrong("missing", missing.get().toString(), settings.keysAhead());
        } else {
            findings.well("ahead", settings.keysAhead());
        }
    }

    private static void backups(
            Installation installation, AttachmentSettings settings, char[] word, Set<String> names, Findings findings)
            throws IOException {
        if (!Files.isDirectory(settings.keyBackups())) {
            findings.wrong("backup-none", settings.keyBackups());
            return;
        }
        var backups = new KeyBackups(settings.keyBackups(), settings.keyBackupDays(), installation.clock());
        Optional<Path> newest = backups.newest();
        if (newest.isEmpty()) {
            findings.wrong("backup-none", settings.keyBackups());
        } else if (!backups.recent()) {
            findings.wrong("backup-old", newest.get());
        } else {
            try {
                Set<String> saved = KeyFile.read(newest.get(), word).names();
                if (saved.containsAll(names)) {
                    findings.well("backup", newest.get());
                } else {
                    findings.wrong("backup-lacks", newest.get());
                }
            } catch (IllegalStateException closed) {
                findings.wrong("backup-closed", newest.get(), Objects.requireNonNullElse(closed.getMessage(), ""));
            }
        }
        if (Files.getFileStore(settings.keyBackups()).equals(Files.getFileStore(settings.keystore()))) {
            findings.doubtful("backup-same-disk", settings.keyBackups());
        }
    }
}
