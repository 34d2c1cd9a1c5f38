package fr.pli.exchange.certificate;

import fr.pli.exchange.certificate.Revocation.Status;
import java.security.GeneralSecurityException;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXRevocationChecker;
import java.security.cert.PKIXRevocationChecker.Option;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What the answer of a responder, or a list, proves of one certificate. The JDK judges it: signed by the issuer or by
 * whom the issuer named for that (RFC 6960), about this certificate, of now. Never with the option ONLY_END_ENTITY: it
 * would call every authority good unasked.
 */
@Component
class StatusProof {

    Status ofResponder(byte[] answer, X509Certificate certificate, X509Certificate issuer, Instant now) {
        try {
            PKIXRevocationChecker checker = checker(EnumSet.of(Option.NO_FALLBACK));
            checker.setOcspResponses(Map.of(certificate, answer));
            return judge(certificate, parameters(issuer, now), checker);
        } catch (GeneralSecurityException unreadable) {
            return Status.UNKNOWN;
        }
    }

    Status ofList(X509CRL list, X509Certificate certificate, X509Certificate issuer, Instant now) {
        try {
            PKIXRevocationChecker checker = checker(EnumSet.of(Option.PREFER_CRLS, Option.NO_FALLBACK));
            PKIXParameters parameters = parameters(issuer, now);
            parameters.addCertStore(
                    CertStore.getInstance("Collection", new CollectionCertStoreParameters(List.of(list))));
            return judge(certificate, parameters, checker);
        } catch (GeneralSecurityException unreadable) {
            return Status.UNKNOWN;
        }
    }

    private static Status judge(X509Certificate certificate, PKIXParameters parameters, PKIXRevocationChecker checker)
            throws GeneralSecurityException {
        parameters.addCertPathChecker(checker);
        CertPath alone = CertificateFactory.getInstance("X.509").generateCertPath(List.of(certificate));
        try {
            CertPathValidator.getInstance("PKIX").validate(alone, parameters);
            return Status.GOOD;
        } catch (CertPathValidatorException no) {
            return no.getReason() == BasicReason.REVOKED ? Status.REVOKED : Status.UNKNOWN;
        }
    }

    private static PKIXParameters parameters(X509Certificate issuer, Instant now) throws GeneralSecurityException {
        var parameters = new PKIXParameters(Set.of(new TrustAnchor(issuer, null)));
        parameters.setDate(Date.from(now));
        return parameters;
    }

    private static PKIXRevocationChecker checker(Set<Option> options) throws GeneralSecurityException {
        var checker =
                (PKIXRevocationChecker) CertPathValidator.getInstance("PKIX").getRevocationChecker();
        checker.setOptions(options);
        return checker;
    }
}
