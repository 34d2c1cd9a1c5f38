package fr.pli.exchange.attachment;

import fr.pli.exchange.platform.Examination;
import fr.pli.exchange.platform.Findings;
import fr.pli.exchange.platform.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Objects;

/** Whether the store can be written, synced, read and emptied, and how much room it has. */
public final class StoreExamination implements Examination {

    @Override
    public String part() {
        return "store";
    }

    @Override
    public void examine(Installation installation, Findings findings) throws IOException {
        var settings = installation.settings("pli.attachment", AttachmentSettings.class);
        var s3 = installation.settings("pli.attachment.s3", S3Settings.class);
        if (s3.used()) {
            try (var store = new S3Store(s3)) {
                examine(store, settings, findings);
            }
        } else if (!Files.isDirectory(settings.store())) {
            findings.wrong("absent", settings.store());
        } else {
            examine(new LocalStore(settings.store()), settings, findings);
        }
    }

    private static void examine(ObjectStore store, AttachmentSettings settings, Findings findings) {
        try {
            store.rehearse();
            findings.well("works", store.place());
            long free = store.free();
            if (free != ObjectStore.UNBOUNDED && free <= settings.reserve()) {
                findings.wrong("full", store.place(), free / 1_000_000, settings.reserve() / 1_000_000);
            } else if (free != ObjectStore.UNBOUNDED && free < 5 * settings.reserve()) {
                findings.doubtful("filling", store.place(), free / 1_000_000);
            }
        } catch (IOException failure) {
            findings.wrong(
                    "fails", store.place(), Objects.requireNonNullElse(failure.getMessage(), failure.toString()));
        }
    }
}
