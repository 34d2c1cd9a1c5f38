package fr.pli.app.state;

import fr.pli.exchange.account.Profile;
import fr.pli.exchange.platform.Banner;
import fr.pli.exchange.platform.BannerSource;
import fr.pli.exchange.platform.Show;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells administrators what they must see to: a disk that fills, a certificate that ends. */
@Component
class StateBanners implements BannerSource {

    private static final String PAGE = "/admin/state";
    private static final int CERTIFICATE_DAYS = 14;
    private static final int STORAGE_DAYS = 7;

    private final Overview overview;
    private final Show show;

    StateBanners(Overview overview, Show show) {
        this.overview = overview;
        this.show = show;
    }

    @Override
    public List<Banner> banners(UUID person, String profile) {
        return profile.equals(Profile.ADMINISTRATOR.name()) ? of(overview.now()) : List.of();
    }

    private List<Banner> of(PlatformState state) {
        var banners = new ArrayList<Banner>();
        Long days = state.storage().daysLeft();
        if (state.storage().full()) {
            banners.add(new Banner("bad", "state.banner.full", List.of(), PAGE));
        } else if (days != null && days <= STORAGE_DAYS) {
            banners.add(new Banner("wait", "state.banner.filling", List.of(days), PAGE));
        }
        for (var certificate : state.certificates()) {
            if (certificate.endsWithin(CERTIFICATE_DAYS, state.at())) {
                banners.add(
                        new Banner("bad", "state.banner.certificate", List.of(show.instant(certificate.end())), PAGE));
            }
        }
        if (state.journal().broken()) {
            banners.add(new Banner("bad", "state.banner.journal", List.of(), PAGE));
        }
        return banners;
    }
}
