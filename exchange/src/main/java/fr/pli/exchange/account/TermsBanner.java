package fr.pli.exchange.account;

import fr.pli.exchange.platform.Banner;
import fr.pli.exchange.platform.BannerSource;
import fr.pli.exchange.platform.Show;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** « De nouvelles conditions… »: shown on each page during the grace period. */
@Component
class TermsBanner implements BannerSource {

    private final Terms terms;
    private final Show show;

    TermsBanner(Terms terms, Show show) {
        this.terms = terms;
        this.show = show;
    }

    @Override
    public List<Banner> banners(UUID person, String profile) {
        Terms.Standing standing = terms.standing(person);
        return standing.state() == Terms.State.GRACE
                ? List.of(new Banner("wait", "terms.banner", List.of(show.instant(standing.graceEnds())), "/terms"))
                : List.of();
    }
}
