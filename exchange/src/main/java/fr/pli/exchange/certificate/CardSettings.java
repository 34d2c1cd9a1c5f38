package fr.pli.exchange.certificate;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * The card door: signing in with a certificate.
 *
 * @param authorities PEM files with the certification authorities whose certificates may sign in; without any there is
 *     no card door
 * @param intermediates PEM files with intermediate authorities, for cards that do not send theirs
 * @param port of the card door over HTTPS; -1 for none, where only a proxy reads certificates
 * @param publicAddress how people reach the card door; by default the host of pli.web.public-address with the port. It
 *     must be of the same site as the main door: another port, or another name below the same domain
 * @param proxyPort of the listener on 127.0.0.1 that believes the header Client-Cert (RFC 9440) of a proxy on this
 *     machine; 0 for none
 * @param policies object identifiers of certificate policies, one of which a certificate must have; empty for any
 * @param revocation what happens when nobody says whether a certificate is revoked: HARD refuses it, SOFT lets it pass
 *     with a warning in the log
 * @param revocationLists files with revocation lists (PEM or DER) of authorities that publish none at an address; read
 *     again when they change
 * @param timeout most that an OCSP responder or a server of revocation lists may take
 * @param listsRefresh after so long a revocation list is fetched again; one that cannot be is used until its own end
 * @param registrationDomains domains of addresses with which an unknown certificate may be registered, beside those of
 *     the chosen court and addresses that were invited
 */
@ConfigurationProperties("pli.card")
public record CardSettings(
        @DefaultValue List<Path> authorities,
        @DefaultValue List<Path> intermediates,
        @DefaultValue("8444") int port,
        @Nullable URI publicAddress,
        @DefaultValue("0") int proxyPort,
        @DefaultValue Set<String> policies,
        @DefaultValue("HARD") Revocation revocation,
        @DefaultValue List<Path> revocationLists,
        @DefaultValue("4s") Duration timeout,
        @DefaultValue("1h") Duration listsRefresh,
        @DefaultValue Set<String> registrationDomains) {

    public CardSettings {
        authorities = List.copyOf(authorities);
        intermediates = List.copyOf(intermediates);
        revocationLists = List.copyOf(revocationLists);
        policies = Set.copyOf(policies);
        registrationDomains = Set.copyOf(registrationDomains);
        Assert.isTrue(port >= -1 && port <= 65_535, "pli.card.port must be a port, or -1");
        Assert.isTrue(proxyPort >= 0 && proxyPort <= 65_535, "pli.card.proxy-port must be a port, or 0");
        Assert.isTrue(timeout.isPositive(), "pli.card.timeout must be a positive duration");
        Assert.isTrue(listsRefresh.isPositive(), "pli.card.lists-refresh must be a positive duration");
    }

    /** Whether certificates are accepted at all. */
    public boolean open() {
        return !authorities.isEmpty();
    }

    /** Whether a listener asks for them or believes a proxy. @param tls whether the application speaks HTTPS itself */
    public boolean reachable(boolean tls) {
        return open() && (tls && port >= 0 || proxyPort > 0);
    }

    /** What to do when the state of a certificate cannot be learnt. */
    public enum Revocation {
        HARD,
        SOFT
    }
}
