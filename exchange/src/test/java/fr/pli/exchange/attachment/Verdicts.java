package fr.pli.exchange.attachment;

import java.util.HexFormat;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Verdicts reached when the test says so, recorded as an analysis records them. */
@Component
public class Verdicts {

    private final AnalysisVerdicts verdicts;

    Verdicts(AnalysisVerdicts verdicts) {
        this.verdicts = verdicts;
    }

    public void clean(UUID file) {
        record(file, Verdict.CLEAN);
    }

    public void infected(UUID file) {
        record(file, Verdict.infected("Eicar-Signature"));
    }

    public void unscannable(UUID file, Unscannable why) {
        record(file, Verdict.of(why));
    }

    private void record(UUID file, Verdict verdict) {
        String sha256 =
                HexFormat.of().toHexDigits(file.getLeastSignificantBits()).repeat(4);
        verdicts.record(file, new AnalysisFindings(sha256, 7, "text/plain", verdict, null));
    }
}
