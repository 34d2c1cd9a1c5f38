package fr.pli.app.card;

import fr.pli.exchange.certificate.CardListeners;
import fr.pli.exchange.certificate.CardSettings;
import fr.pli.exchange.platform.WebSettings;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Opens the listeners that the settings ask for, beside the main door's. */
@Configuration(proxyBeanMethods = false)
@Conditional(WithCards.class)
class CardConfiguration {

    private static final String BUNDLE = "pli";
    private static final String LOOPBACK = "127.0.0.1";

    /** A certificate and its chain in a header are longer than Tomcat's usual limit. */
    private static final int HEADERS = 64 * 1024;

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> cardConnectors(
            CardSettings settings,
            WebSettings web,
            CardListeners listeners,
            SslBundles bundles,
            Environment environment) {
        return factory -> {
            if (web.tls() && settings.port() >= 0) {
                Connector connector = handshake(settings, web, bundles, environment);
                listeners.openHandshake(connector::getLocalPort);
                factory.addAdditionalConnectors(connector);
            }
            if (settings.proxyPort() > 0) {
                Connector connector = new Connector();
                connector.setPort(settings.proxyPort());
                connector.setProperty("address", LOOPBACK);
                protocol(connector).setMaxHttpRequestHeaderSize(HEADERS);
                listeners.openProxy(connector::getLocalPort);
                factory.addAdditionalConnectors(connector);
            }
        };
    }

    /** The handshake asks for a certificate and lets any pass, none too: what it is worth is decided at each sign-in. */
    private static Connector handshake(
            CardSettings settings, WebSettings web, SslBundles bundles, Environment environment) {
        var connector = new Connector();
        connector.setPort(settings.port());
        connector.setProperty("address", web.address().getHostAddress());
        connector.setScheme("https");
        connector.setSecure(true);
        protocol(connector).setSSLEnabled(true);
        var host = new SSLHostConfig();
        host.setProtocols("TLSv1.3+TLSv1.2");
        List<String> ciphers =
                List.of(environment.getRequiredProperty("server.ssl.ciphers").split(","));
        host.setCipherSuites(named(ciphers, true));
        host.setCiphers(named(ciphers, false));
        host.setCertificateVerification("optional");
        var certificate = new SSLHostConfigCertificate(host, SSLHostConfigCertificate.Type.UNDEFINED);
        certificate.setSslContext(new CardTls(bundles, BUNDLE));
        host.addCertificate(certificate);
        connector.addSslHostConfig(host);
        return connector;
    }

    /** Those of TLS 1.3 name no key exchange. */
    private static String named(List<String> ciphers, boolean newest) {
        return ciphers.stream()
                .filter(cipher -> cipher.contains("_WITH_") != newest)
                .collect(Collectors.joining(","));
    }

    private static AbstractHttp11Protocol<?> protocol(Connector connector) {
        return (AbstractHttp11Protocol<?>) connector.getProtocolHandler();
    }
}
