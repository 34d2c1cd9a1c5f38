package fr.pli.exchange.certificate;

import fr.pli.exchange.platform.Examination;
import fr.pli.exchange.platform.Findings;
import fr.pli.exchange.platform.Installation;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Whether the authorities of cards can be read and are valid, and whether what tells of revocations answers (C-1). */
public final class CardExamination implements Examination {

    private static final int SOON = 60;

    @Override
    public String part() {
        return "card";
    }

    @Override
    public void examine(Installation installation, Findings findings) throws IOException, GeneralSecurityException {
        var settings = installation.settings("pli.card", CardSettings.class);
        if (!settings.open()) {
            findings.well("none");
            return;
        }
        for (Path file : Stream.of(settings.authorities(), settings.intermediates(), settings.revocationLists())
                .flatMap(List::stream)
                .toList()) {
            if (!Files.isReadable(file)) {
                findings.wrong("absent", file);
                return;
            }
        }
        if (!settings.reachable(installation.settings().getProperty("pli.web.tls", Boolean.class, true))) {
            findings.wrong("unreachable");
        }
        Instant now = installation.clock().instant();
        List<X509Certificate> authorities = CardAuthorities.certificates(settings.authorities());
        List<X509Certificate> intermediates = CardAuthorities.certificates(settings.intermediates());
        List<X509CRL> lists = CardAuthorities.lists(settings.revocationLists());
        if (authorities.isEmpty()) {
            findings.wrong("empty");
        }
        Stream.concat(authorities.stream(), intermediates.stream())
                .forEach(authority -> dates(authority, now, findings));
        lists.forEach(list -> list(list, authorities, intermediates, now, findings));
        reach(settings, intermediates, findings);
        if (settings.revocation() == CardSettings.Revocation.SOFT) {
            findings.doubtful("soft");
        }
    }

    private static void dates(X509Certificate authority, Instant now, Findings findings) {
        String who = authority.getSubjectX500Principal().getName();
        Instant end = authority.getNotAfter().toInstant();
        long days = Duration.between(now, end).toDays();
        if (!end.isAfter(now)) {
            findings.wrong("expired", who, end);
        } else if (authority.getBasicConstraints() < 0) {
            findings.wrong("leaf", who);
        } else if (days < SOON) {
            findings.doubtful("soon", who, days);
        } else {
            findings.well("valid", who, days);
        }
    }

    private static void list(
            X509CRL list,
            List<X509Certificate> authorities,
            List<X509Certificate> intermediates,
            Instant now,
            Findings findings) {
        String who = list.getIssuerX500Principal().getName();
        boolean counts = Stream.concat(authorities.stream(), intermediates.stream())
                .anyMatch(issuer -> RevocationLists.counts(list, issuer, now));
        if (counts) {
            findings.well("list", who, list.getNextUpdate().toInstant());
        } else {
            findings.wrong("stale", who, String.valueOf(list.getNextUpdate()));
        }
    }

    /** Those that the authorities' own certificates name: cards usually name the same servers. */
    private static void reach(CardSettings settings, List<X509Certificate> certificates, Findings findings) {
        Set<URI> addresses = new LinkedHashSet<>();
        certificates.forEach(certificate -> {
            addresses.addAll(Pointers.lists(certificate));
            addresses.addAll(Pointers.responders(certificate));
        });
        var fetch = new RevocationFetch(settings);
        for (URI address : addresses) {
            if (fetch.reaches(address)) {
                findings.well("reached", address);
            } else {
                findings.wrong("unreached", address);
            }
        }
    }
}
