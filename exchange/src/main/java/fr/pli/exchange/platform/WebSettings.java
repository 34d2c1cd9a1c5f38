package fr.pli.exchange.platform;

import java.net.InetAddress;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the pages and the programming interface are reached.
 *
 * @param address network address the main door listens on; 0.0.0.0 for every one
 * @param port of the main door (passwords, programming interface)
 * @param managementPort of health and metrics, on 127.0.0.1 only
 * @param tls whether the main door speaks HTTPS itself; false only behind a proxy on the same machine that does
 * @param publicAddress how people reach the main door from outside; links in mails begin with it, never with what a
 *     request says
 */
@ConfigurationProperties("pli.web")
public record WebSettings(InetAddress address, int port, int managementPort, boolean tls, URI publicAddress) {

    /** The address of a page, for a mail. @param path begins with "/" */
    public String link(String path) {
        String base = publicAddress.toString();
        return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path;
    }
}
