package fr.pli.exchange.attachment;

import fr.pli.exchange.platform.Banner;
import fr.pli.exchange.platform.BannerSource;
import fr.pli.exchange.platform.Show;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells administrators since when the store is away, and what the last comparison found (U-12, U-13, O-4). */
@Component
final class StoreBanner implements BannerSource {

    private static final String WHO = "ADMINISTRATOR";
    private static final String PAGE = "/admin/state";

    private final StoreWatch watch;
    private final StoreChecks checks;
    private final Show show;

    StoreBanner(StoreWatch watch, StoreChecks checks, Show show) {
        this.watch = watch;
        this.checks = checks;
        this.show = show;
    }

    @Override
    public List<Banner> banners(UUID person, String profile) {
        if (!profile.equals(WHO)) {
            return List.of();
        }
        var banners = new ArrayList<Banner>();
        watch.awaySince()
                .ifPresent(since ->
                        banners.add(new Banner("bad", "attachment.store.away", List.of(show.instant(since)), PAGE)));
        checks.last()
                .filter(StorageState.Comparison::wrong)
                .ifPresent(last -> banners.add(new Banner(
                        "bad",
                        "attachment.store.compared",
                        List.of(last.absent() + last.resized(), last.spared()),
                        PAGE)));
        return banners;
    }
}
