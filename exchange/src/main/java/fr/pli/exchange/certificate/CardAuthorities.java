package fr.pli.exchange.certificate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The authorities of the settings and their revocation lists, as the files say now: they are read when they change. */
@Component
public class CardAuthorities {

    private final CardSettings settings;
    private volatile @Nullable Read read;

    CardAuthorities(CardSettings settings) {
        this.settings = settings;
    }

    Set<TrustAnchor> anchors() {
        return now().trusted().stream()
                .map(certificate -> new TrustAnchor(certificate, null))
                .collect(Collectors.toSet());
    }

    /** The certificates of the trusted authorities. */
    public List<X509Certificate> trusted() {
        return now().trusted();
    }

    List<X509Certificate> intermediates() {
        return now().intermediates();
    }

    List<X509CRL> lists() {
        return now().lists();
    }

    private Read now() {
        try {
            Map<Path, FileTime> times = times();
            Read known = read;
            if (known == null || !known.times().equals(times)) {
                known = new Read(
                        times,
                        certificates(settings.authorities()),
                        certificates(settings.intermediates()),
                        lists(settings.revocationLists()));
                read = known;
            }
            return known;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("a file of pli.card cannot be read: " + unreadable.getMessage(), unreadable);
        } catch (GeneralSecurityException wrong) {
            throw new IllegalStateException("a file of pli.card holds something else: " + wrong.getMessage(), wrong);
        }
    }

    private Map<Path, FileTime> times() throws IOException {
        var times = new HashMap<Path, FileTime>();
        for (Path file : Stream.of(settings.authorities(), settings.intermediates(), settings.revocationLists())
                .flatMap(List::stream)
                .toList()) {
            times.put(file, Files.getLastModifiedTime(file));
        }
        return times;
    }

    static List<X509Certificate> certificates(List<Path> files) throws IOException, GeneralSecurityException {
        var found = new ArrayList<X509Certificate>();
        for (Path file : files) {
            try (var in = Files.newInputStream(file)) {
                CertificateFactory.getInstance("X.509")
                        .generateCertificates(in)
                        .forEach(one -> found.add((X509Certificate) one));
            }
        }
        return List.copyOf(found);
    }

    static List<X509CRL> lists(List<Path> files) throws IOException, GeneralSecurityException {
        var found = new ArrayList<X509CRL>();
        for (Path file : files) {
            try (var in = Files.newInputStream(file)) {
                CertificateFactory.getInstance("X.509").generateCRLs(in).forEach(one -> found.add((X509CRL) one));
            }
        }
        return List.copyOf(found);
    }

    private record Read(
            Map<Path, FileTime> times,
            List<X509Certificate> trusted,
            List<X509Certificate> intermediates,
            List<X509CRL> lists) {}
}
