package fr.pli.expertise.folder;

import fr.pli.exchange.account.Profile;
import fr.pli.exchange.platform.Banner;
import fr.pli.exchange.platform.BannerSource;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells administrators on each page of counts that are not what the facts say, until they are right again (E-6, O-4). */
@Component
class ReadingBanner implements BannerSource {

    private static final String PAGE = "/admin/state#readings";

    private final ReadingChecks checks;

    ReadingBanner(ReadingChecks checks) {
        this.checks = checks;
    }

    @Override
    public List<Banner> banners(UUID person, String profile) {
        return profile.equals(Profile.ADMINISTRATOR.name())
                ? checks
                        .last()
                        .filter(ReadingChecks.Check::wrong)
                        .map(last -> new Banner("bad", "folder.readings.compared", List.of(), PAGE))
                        .stream()
                        .toList()
                : List.of();
    }
}
