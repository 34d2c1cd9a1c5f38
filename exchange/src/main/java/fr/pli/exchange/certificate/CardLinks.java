package fr.pli.exchange.certificate;

import fr.pli.exchange.platform.WebSettings;
import java.net.URI;
import org.springframework.stereotype.Component;

/** Addresses of the two doors, from the settings and never from what a request says. */
@Component
public class CardLinks {

    private final WebSettings web;
    private final CardSettings settings;
    private final CardListeners listeners;

    CardLinks(WebSettings web, CardSettings settings, CardListeners listeners) {
        this.web = web;
        this.settings = settings;
        this.listeners = listeners;
    }

    /** Scheme, host and port of the main door. */
    public String main() {
        return origin(web.publicAddress());
    }

    /** Scheme, host and port of the card door. */
    public String card() {
        URI address = settings.publicAddress();
        return address == null
                ? "https://" + web.publicAddress().getHost() + ":"
                        + (listeners.handshakePort() > 0 ? listeners.handshakePort() : settings.port())
                : origin(address);
    }

    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getRawAuthority();
    }
}
