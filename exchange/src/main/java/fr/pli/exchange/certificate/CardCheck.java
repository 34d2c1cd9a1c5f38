package fr.pli.exchange.certificate;

import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.platform.RefusedException;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Whether a presented certificate may sign in, decided afresh each time (C-1): its dates, what it may be used for, a path
 * of signatures to an authority of the settings (PKIX), its policy, its revocation. The PKIX check of the JDK accepts
 * certificates made for other uses, so those are asked for here.
 */
@Component
public class CardCheck {

    private static final String CLIENT = "1.3.6.1.5.5.7.3.2";
    private static final String ANY_USE = "2.5.29.37.0";
    private static final int DIGITAL_SIGNATURE = 0;
    private static final int LONGEST_PATH = 5;

    private final CardAuthorities authorities;
    private final Revocation revocation;
    private final CardSettings settings;
    private final CardMetrics metrics;
    private final Journal journal;
    private final Clock clock;

    CardCheck(
            CardAuthorities authorities,
            Revocation revocation,
            CardSettings settings,
            CardMetrics metrics,
            Journal journal,
            Clock clock) {
        this.authorities = authorities;
        this.revocation = revocation;
        this.settings = settings;
        this.metrics = metrics;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Belongs outside any transaction: it may ask over the network.
     *
     * @param presented the holder's certificate, then what came with it
     * @throws RefusedException with a {@link CardRefusal}, journaled
     */
    public Card check(List<X509Certificate> presented) {
        try {
            Card card = checked(presented);
            metrics.accepted();
            return card;
        } catch (RefusedException refused) {
            metrics.refused(refused.refusal());
            journal.appendCounted(Fact.of("card.refused")
                    .detail("reason", refused.refusal().code())
                    .detail("serial", serial(presented.getFirst())));
            throw refused;
        } catch (GeneralSecurityException unreadable) {
            metrics.refused(CardRefusal.MALFORMED);
            throw CardRefusal.MALFORMED.with();
        }
    }

    /** The same without metrics and journal: for what nobody presents now. */
    Card checked(List<X509Certificate> presented) throws GeneralSecurityException {
        X509Certificate leaf = presented.getFirst();
        Card card = Card.of(leaf);
        Instant now = clock.instant();
        if (!now.isBefore(card.validUntil())) {
            throw CardRefusal.EXPIRED.with();
        }
        if (now.isBefore(card.validFrom())) {
            throw CardRefusal.EARLY.with();
        }
        if (!signsIn(leaf)) {
            throw CardRefusal.WRONG_USE.with();
        }
        List<X509Certificate> path = path(leaf, presented, now);
        if (!settings.policies().isEmpty()) {
            policy(leaf, presented, now);
        }
        revocation.insist(path, now);
        return card;
    }

    /** For signing in to servers, by signing, and never an authority's. */
    private static boolean signsIn(X509Certificate leaf) throws GeneralSecurityException {
        List<String> uses = leaf.getExtendedKeyUsage();
        boolean[] key = leaf.getKeyUsage();
        return leaf.getBasicConstraints() < 0
                && uses != null
                && uses.contains(CLIENT)
                && key != null
                && key[DIGITAL_SIGNATURE];
    }

    /** From the holder's certificate to the authority that is trusted. */
    private List<X509Certificate> path(X509Certificate leaf, List<X509Certificate> presented, Instant now)
            throws GeneralSecurityException {
        try {
            var built = build(leaf, presented, now, Set.of());
            var path = new ArrayList<X509Certificate>();
            built.getCertPath().getCertificates().forEach(one -> path.add((X509Certificate) one));
            path.add(built.getTrustAnchor().getTrustedCert());
            for (X509Certificate authority : path.subList(1, path.size())) {
                List<String> uses = authority.getExtendedKeyUsage();
                if (uses != null && !uses.contains(CLIENT) && !uses.contains(ANY_USE)) {
                    throw CardRefusal.WRONG_USE.with();
                }
            }
            return path;
        } catch (CertPathBuilderException none) {
            throw CardRefusal.UNTRUSTED.with();
        }
    }

    private void policy(X509Certificate leaf, List<X509Certificate> presented, Instant now)
            throws GeneralSecurityException {
        try {
            build(leaf, presented, now, settings.policies());
        } catch (CertPathBuilderException none) {
            throw CardRefusal.POLICY.with();
        }
    }

    private PKIXCertPathBuilderResult build(
            X509Certificate leaf, List<X509Certificate> presented, Instant now, Set<String> policies)
            throws GeneralSecurityException {
        var holder = new X509CertSelector();
        holder.setCertificate(leaf);
        var parameters = new PKIXBuilderParameters(authorities.anchors(), holder);
        var others = new ArrayList<>(presented);
        others.addAll(authorities.intermediates());
        parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(others)));
        parameters.setDate(Date.from(now));
        parameters.setMaxPathLength(LONGEST_PATH);
        // asked by Revocation, which knows how long to wait and what silence means
        parameters.setRevocationEnabled(false);
        if (!policies.isEmpty()) {
            parameters.setInitialPolicies(policies);
            parameters.setExplicitPolicyRequired(true);
        }
        return (PKIXCertPathBuilderResult) CertPathBuilder.getInstance("PKIX").build(parameters);
    }

    private static String serial(X509Certificate certificate) {
        String serial = certificate.getSerialNumber().toString(16);
        return serial.substring(0, Math.min(serial.length(), 64));
    }
}
