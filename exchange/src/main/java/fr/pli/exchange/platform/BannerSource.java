package fr.pli.exchange.platform;

import java.util.List;
import java.util.UUID;

/** Tells what a person should be warned of on each page; asked at each page, so it must be cheap. */
public interface BannerSource {

    /**
     * @param person who is signed in
     * @param profile name of their profile
     */
    List<Banner> banners(UUID person, String profile);
}
