package fr.pli.app.doctor;

import fr.pli.exchange.platform.Examination;
import fr.pli.exchange.platform.Findings;
import fr.pli.exchange.platform.Installation;
import fr.pli.exchange.platform.WebSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.ssl.pem.PemContent;

/** Whether the certificate of the main door is valid now and for a while, names the public address, and has its chain. */
final class CertificateExamination implements Examination {

    private static final int DNS = 2;
    private static final int IP = 7;
    private static final int SOON = 30;

    @Override
    public String part() {
        return "certificate";
    }

    @Override
    public void examine(Installation installation, Findings findings) throws IOException, GeneralSecurityException {
        var web = installation.settings("pli.web", WebSettings.class);
        if (!web.tls()) {
            findings.well("proxy");
            return;
        }
        Path file = Path.of(installation.settings().getProperty("pli.tls.certificate", ""));
        Path key = Path.of(installation.settings().getProperty("pli.tls.key", ""));
        if (!Files.isReadable(file) || !Files.isReadable(key)) {
            findings.wrong("absent", Files.isReadable(file) ? key : file);
            return;
        }
        List<X509Certificate> chain = chain(file);
        if (chain.isEmpty()) {
            findings.wrong("absent", file);
            return;
        }
        dates(chain, installation.clock().instant(), findings);
        name(chain.getFirst(), web.publicAddress().getHost(), findings);
        order(chain, findings);
        pair(chain.getFirst(), key, findings);
    }

    private static List<X509Certificate> chain(Path file) throws IOException, GeneralSecurityException {
        try (var pem = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(pem).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        }
    }

    private static void dates(List<X509Certificate> chain, Instant now, Findings findings) {
        for (X509Certificate certificate : chain) {
            String who = certificate.getSubjectX500Principal().getName();
            Instant end = certificate.getNotAfter().toInstant();
            long days = Duration.between(now, end).toDays();
            if (!end.isAfter(now)) {
                findings.wrong("expired", who, end);
            } else if (certificate.getNotBefore().toInstant().isAfter(now)) {
                findings.wrong("early", who, certificate.getNotBefore().toInstant());
            } else if (days < SOON) {
                findings.doubtful("soon", who, days);
            } else {
                findings.well("valid", who, days);
            }
        }
    }

    private static void name(X509Certificate certificate, String host, Findings findings)
            throws CertificateParsingException {
        var names = certificate.getSubjectAlternativeNames();
        boolean named = names != null
                && names.stream()
                        .filter(name ->
                                name.getFirst().equals(DNS) || name.getFirst().equals(IP))
                        .anyMatch(name -> covers(String.valueOf(name.getLast()), host));
        if (named) {
            findings.well("named", host);
        } else {
            findings.wrong("misnamed", host);
        }
    }

    /** A star stands for one label (RFC 9525). */
    private static boolean covers(String name, String host) {
        String pattern = name.toLowerCase(Locale.ROOT);
        String wanted = host.toLowerCase(Locale.ROOT);
        return pattern.equals(wanted)
                || pattern.startsWith("*.")
                        && wanted.indexOf('.') > 0
                        && wanted.substring(wanted.indexOf('.')).equals(pattern.substring(1));
    }

    private static void order(List<X509Certificate> chain, Findings findings) {
        for (int at = 0; at + 1 < chain.size(); at++) {
            try {
                chain.get(at).verify(chain.get(at + 1).getPublicKey());
            } catch (GeneralSecurityException broken) {
                findings.wrong(
                        "chain",
                        chain.get(at).getSubjectX500Principal().getName(),
                        chain.get(at + 1).getSubjectX500Principal().getName());
                return;
            }
        }
        X509Certificate last = chain.getLast();
        if (chain.size() == 1 && !last.getSubjectX500Principal().equals(last.getIssuerX500Principal())) {
            findings.doubtful("alone", last.getIssuerX500Principal().getName());
        }
    }

    private static void pair(X509Certificate certificate, Path key, Findings findings)
            throws IOException, GeneralSecurityException {
        var secret = PemContent.load(key).getPrivateKey();
        boolean rsa = certificate.getPublicKey().getAlgorithm().equals("RSA");
        var signature = java.security.Signature.getInstance(rsa ? "SHA256withRSA" : "SHA256withECDSA");
        if (secret == null
                || !secret.getAlgorithm().equals(certificate.getPublicKey().getAlgorithm())) {
            findings.wrong("pair", key);
            return;
        }
        byte[] probe = {1};
        signature.initSign(secret);
        signature.update(probe);
        byte[] signed = signature.sign();
        signature.initVerify(certificate.getPublicKey());
        signature.update(probe);
        if (!signature.verify(signed)) {
            findings.wrong("pair", key);
        }
    }
}
