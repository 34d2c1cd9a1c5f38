package fr.pli.exchange.attachment;

import fr.pli.exchange.platform.Banner;
import fr.pli.exchange.platform.BannerSource;
import fr.pli.exchange.platform.Show;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells administrators that files wait for clamd, or that it looks for nothing, or for old things only (U-6, O-4). */
@Component
final class ScannerBanner implements BannerSource {

    private static final String WHO = "ADMINISTRATOR";
    private static final Duration OLD = Duration.ofDays(7);

    private final ScannerState scanner;
    private final AnalysisRows rows;
    private final Show show;
    private final Clock clock;

    ScannerBanner(ScannerState scanner, AnalysisRows rows, Show show, Clock clock) {
        this.scanner = scanner;
        this.rows = rows;
        this.show = show;
        this.clock = clock;
    }

    @Override
    public List<Banner> banners(UUID person, String profile) {
        return profile.equals(WHO) ? scanner.last().map(this::banners).orElse(List.of()) : List.of();
    }

    private List<Banner> banners(ScannerState.Seen seen) {
        if (!seen.usable()) {
            String code = "attachment.clamd." + seen.trouble();
            return List.of(new Banner("bad", code, List.of(show.instant(seen.since()), rows.waitingCount()), ""));
        }
        if (!seen.official()) {
            return List.of(new Banner("bad", "attachment.signatures.test", List.of(), ""));
        }
        Instant made = seen.signatures();
        return made != null && made.isBefore(clock.instant().minus(OLD))
                ? List.of(new Banner("wait", "attachment.signatures.old", List.of(show.day(made)), ""))
                : List.of();
    }
}
