package fr.pli.exchange.attachment;

import fr.pli.exchange.platform.Examination;
import fr.pli.exchange.platform.Findings;
import fr.pli.exchange.platform.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Whether clamd answers, can be trusted, takes the largest file, has fresh signatures and keeps clear bytes safely. */
public final class ClamdExamination implements Examination {

    private static final Duration OLD = Duration.ofDays(3);

    @Override
    public String part() {
        return "clamd";
    }

    @Override
    public void examine(Installation installation, Findings findings) throws IOException {
        var settings = installation.settings("pli.attachment.clamd", ClamdSettings.class);
        long largest = installation.settings().getProperty("pli.upload.max-length", Long.class, 2_000_000_000L);
        try {
            ClamdCheck.Answer answer = new ClamdCheck(new ClamdClient(settings), settings).check();
            findings.well("works", answer.version().engine(), settings.socket());
            if (answer.limits().largest() < largest) {
                findings.wrong("limits", answer.limits().largest(), largest, settings.configuration());
            }
            if (!answer.limits().zip64()) {
                findings.doubtful("zip64");
            }
            signatures(answer.version(), installation, findings);
        } catch (ClamdTrouble trouble) {
            findings.wrong(trouble.kind().name().toLowerCase(Locale.ROOT), settings.socket(), settings.configuration());
        }
        Optional<Path> folder = temporary(settings.configuration());
        if (folder.isPresent()) {
            spool(folder.get(), settings, largest, findings);
        }
    }

    private static void signatures(ClamdVersion version, Installation installation, Findings findings) {
        Instant made = version.from();
        if (version.signatures() == null || made == null) {
            findings.doubtful("test-signatures");
            return;
        }
        long days = Duration.between(made, installation.clock().instant()).toDays();
        if (days > OLD.toDays()) {
            findings.wrong("old-signatures", days);
        } else {
            findings.well("signatures", version.signatures(), days);
        }
    }

    private static Optional<Path> temporary(Path configuration) throws IOException {
        if (!Files.isReadable(configuration)) {
            return Optional.empty();
        }
        return Optional.of(Files.readAllLines(configuration).stream()
                .map(line -> line.strip().split("\\s+", 2))
                .filter(words -> words.length == 2 && words[0].equalsIgnoreCase("TemporaryDirectory"))
                .map(words -> Path.of(words[1].strip()))
                .findFirst()
                .orElse(Path.of("/tmp")));
    }

    private static void spool(Path folder, ClamdSettings settings, long largest, Findings findings) throws IOException {
        if (!Files.isDirectory(folder)) {
            findings.wrong("spool-absent", folder);
            return;
        }
        Volume volume = Volume.of(folder);
        if (volume.memory() || volume.encrypted()) {
            findings.well("spool", folder, volume.type());
        } else {
            findings.wrong("spool-clear", folder, volume.type());
        }
        long free = Files.getFileStore(folder).getUsableSpace();
        if (free < largest || free < settings.temporary().toBytes() / 2) {
            findings.doubtful(
                    "spool-small",
                    folder,
                    free / 1_000_000,
                    settings.temporary().toMegabytes());
        }
    }
}
