package fr.pli.exchange.attachment;

import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.platform.Units;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * Writes down what the analysis found: one transaction, which takes the locks of messages before the file's. Of two
 * passes over one file the first to come decides; what the second says changes nothing.
 */
@Service
class AnalysisVerdicts {

    private final FileRows files;
    private final AnalysisRows rows;
    private final FileKeyring keyring;
    private final AnalysisSettings settings;
    private final QuarantineMails mails;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Units units;
    private final Clock clock;

    AnalysisVerdicts(
            FileRows files,
            AnalysisRows rows,
            FileKeyring keyring,
            AnalysisSettings settings,
            QuarantineMails mails,
            Journal journal,
            ApplicationEventPublisher events,
            Units units,
            Clock clock) {
        this.files = files;
        this.rows = rows;
        this.keyring = keyring;
        this.settings = settings;
        this.mails = mails;
        this.journal = journal;
        this.events = events;
        this.units = units;
        this.clock = clock;
    }

    /** Records a pass. Without a verdict only the fingerprint is kept, unless it already says that the file is broken. */
    void record(UUID id, AnalysisFindings findings) {
        units.run(() -> {
            events.publishEvent(new VerdictDue(id));
            FileRow row = files.lock(id).orElseThrow();
            if (row.file().state() != FileState.WAITING) {
                return;
            }
            Verdict verdict = judged(row.file(), findings);
            if (verdict == null || !verdict.equals(Verdict.of(Verdict.Broken.CHANGED))) {
                seal(row, findings);
            }
            if (verdict != null) {
                decide(id, verdict);
            }
        });
    }

    /** Records a verdict that needs no fingerprint: the stored bytes cannot be read, or clamd fails on them. */
    void record(UUID id, Verdict verdict) {
        units.run(() -> {
            events.publishEvent(new VerdictDue(id));
            if (files.lock(id).orElseThrow().file().state() == FileState.WAITING) {
                decide(id, verdict);
            }
        });
    }

    private static @Nullable Verdict judged(StoredFile file, AnalysisFindings findings) {
        if (file.sha256() != null && !file.sha256().equals(findings.sha256())) {
            return Verdict.of(Verdict.Broken.CHANGED);
        }
        if (file.claimedSha256() != null && !file.claimedSha256().equals(findings.sha256())) {
            return Verdict.of(Verdict.Broken.CLAIM_DIFFERS);
        }
        return findings.verdict();
    }

    /** The fingerprint and the CRC-32 become part of what is sealed (U-3). */
    private void seal(FileRow row, AnalysisFindings findings) {
        StoredFile file = row.file();
        try {
            var manifest = new Manifest(
                    file.id(), file.length(), files.extents(file.id()), findings.sha256(), findings.crc32());
            rows.fingerprint(
                    file.id(),
                    findings.sha256(),
                    findings.crc32(),
                    findings.mediaType(),
                    manifest.seal(keyring.unwrap(row)));
        } catch (Keys.RefusedKeyException gone) {
            throw new IllegalStateException("the key of file " + file.id() + " went while it was read", gone);
        }
    }

    private boolean deliverable(Verdict verdict) {
        String why = verdict.reason();
        return verdict.is(FileState.CLEAN)
                || verdict.is(FileState.UNSCANNABLE) && why != null && settings.delivers(Unscannable.valueOf(why));
    }

    private void decide(UUID id, Verdict verdict) {
        rows.verdict(id, verdict, deliverable(verdict), clock.instant());
        StoredFile file = files.find(id).orElseThrow().file();
        Fact fact = Fact.of(verdict.is(FileState.INFECTED) ? "file.quarantined" : "file.analysed")
                .file(id)
                .content(file.sha256(), file.length())
                .detail("verdict", verdict.state());
        String why = verdict.reason();
        journal.append(why == null ? fact : fact.detail("reason", why));
        if (verdict.is(FileState.INFECTED)) {
            mails.stage(file);
        }
        events.publishEvent(new FileAnalysed(file));
    }
}
