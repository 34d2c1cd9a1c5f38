package fr.pli.exchange.certificate;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * The one class that reads which certificate a request brings (C-1): from the TLS handshake on the card door, from the
 * header of RFC 9440 on the proxy's listener, from nothing anywhere else. It believes nothing yet: {@link CardCheck}
 * decides.
 */
@Component
public class CardReader {

    private static final String OF_HANDSHAKE = "jakarta.servlet.request.X509Certificate";
    private static final String HEADER = "Client-Cert";
    private static final String CHAIN = "Client-Cert-Chain";

    /** A byte sequence of RFC 8941. */
    private static final Pattern BYTES = Pattern.compile(" *:([A-Za-z0-9+/]+={0,2}): *");

    private static final int LONGEST_CHAIN = 6;

    private final CardListeners listeners;

    CardReader(CardListeners listeners) {
        this.listeners = listeners;
    }

    /**
     * What was presented, the holder's certificate first.
     *
     * @throws fr.pli.exchange.platform.RefusedException with {@link CardRefusal#ABSENT} or {@link CardRefusal#MALFORMED}
     */
    public List<X509Certificate> read(HttpServletRequest request) {
        return switch (listeners.of(request)) {
            case HANDSHAKE -> ofHandshake(request);
            case PROXY -> ofHeaders(request);
            case OTHER -> throw CardRefusal.ABSENT.with();
        };
    }

    private static List<X509Certificate> ofHandshake(HttpServletRequest request) {
        if (request.getAttribute(OF_HANDSHAKE) instanceof X509Certificate[] chain && chain.length > 0) {
            return List.of(chain).subList(0, Math.min(chain.length, LONGEST_CHAIN));
        }
        throw CardRefusal.ABSENT.with();
    }

    /** The proxy sets the header once; twice means that it did not remove somebody else's. */
    private static List<X509Certificate> ofHeaders(HttpServletRequest request) {
        List<String> leaf = Collections.list(request.getHeaders(HEADER));
        if (leaf.isEmpty()) {
            throw CardRefusal.ABSENT.with();
        }
        if (leaf.size() > 1) {
            throw CardRefusal.MALFORMED.with();
        }
        var chain = new ArrayList<X509Certificate>();
        chain.add(certificate(leaf.getFirst()));
        for (String header : Collections.list(request.getHeaders(CHAIN))) {
            for (String item : header.split(",", LONGEST_CHAIN)) {
                chain.add(certificate(item));
            }
        }
        return chain;
    }

    private static X509Certificate certificate(String item) {
        Matcher bytes = BYTES.matcher(item);
        if (bytes.matches()) {
            try {
                byte[] encoded = Base64.getDecoder().decode(bytes.group(1));
                if (CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded))
                        instanceof X509Certificate certificate) {
                    return certificate;
                }
            } catch (IllegalArgumentException | CertificateException unreadable) {
                throw CardRefusal.MALFORMED.with();
            }
        }
        throw CardRefusal.MALFORMED.with();
    }
}
