package fr.pli.exchange.mail;

import fr.pli.exchange.platform.Banner;
import fr.pli.exchange.platform.BannerSource;
import fr.pli.exchange.platform.Show;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells administrators that no mail leaves (N-1). */
@Component
class MailBanner implements BannerSource {

    private static final String WHO = "ADMINISTRATOR";

    private final MailHealth health;
    private final Show show;

    MailBanner(MailHealth health, Show show) {
        this.health = health;
        this.show = show;
    }

    @Override
    public List<Banner> banners(UUID person, String profile) {
        if (!profile.equals(WHO)) {
            return List.of();
        }
        return health
                .downSince()
                .map(since -> new Banner(
                        "bad",
                        "mail.banner.down",
                        List.of(show.instant(since), health.count(MailFate.State.DEFERRED)),
                        "/admin/state"))
                .stream()
                .toList();
    }
}
