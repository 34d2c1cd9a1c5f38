package fr.pli.exchange.preview;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Previews of files.
 *
 * @param largest largest PDF or image that is drawn
 * @param text how much of a text file is shown
 * @param memory heap of the process that draws one page; a file that needs more is not drawn
 * @param time longest time that drawing one page may take
 * @param atOnce pages that one node draws at the same time; who comes later waits as long as a page may take
 */
@ConfigurationProperties("pli.preview")
public record PreviewSettings(
        @DefaultValue("50MB") DataSize largest,
        @DefaultValue("100KB") DataSize text,
        @DefaultValue("256MB") DataSize memory,
        @DefaultValue("15s") Duration time,
        @DefaultValue("2") int atOnce) {

    public PreviewSettings {
        if (largest.toBytes() < 1 || largest.toMegabytes() > 500) {
            throw new IllegalArgumentException("pli.preview.largest must be between 1B and 500MB");
        }
        if (text.toKilobytes() < 1 || text.toKilobytes() > 256) {
            throw new IllegalArgumentException("pli.preview.text must be between 1KB and 256KB");
        }
        if (memory.toMegabytes() < 64) {
            throw new IllegalArgumentException("pli.preview.memory must be at least 64MB");
        }
        if (time.toMillis() < 100 || time.toSeconds() > 120) {
            throw new IllegalArgumentException("pli.preview.time must be between 100ms and 120s");
        }
        if (atOnce < 1) {
            throw new IllegalArgumentException("pli.preview.at-once must be at least 1");
        }
    }
}
