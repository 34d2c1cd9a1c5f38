package fr.pli.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** The shipped configuration and the certificate's files, where there are none. */
class CertificateFilesTest {

    @TempDir
    Path empty;

    @Test
    @Tag("Q-1")
    void behindAProxyThatSpeaksHttpsNoCertificateIsWanted() {
        started("false").run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    @Tag("Q-1")
    void aDoorThatSpeaksHttpsDoesNotOpenWithoutItsCertificate() {
        started("true")
                .run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining("tls/server."));
    }

    private ApplicationContextRunner started(String tls) {
        return new ApplicationContextRunner()
                .withInitializer(new ConfigDataApplicationContextInitializer())
                .withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class))
                .withPropertyValues("pli.home=" + empty, "pli.web.tls=" + tls);
    }
}
