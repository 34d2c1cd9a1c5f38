package fr.pli.app;

import fr.pli.exchange.testing.TestClamd;
import fr.pli.exchange.testing.TestDatabase;
import fr.pli.exchange.testing.TestMail;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test over HTTPS of the whole application on its real parts: one application for all of them, on a random port, with
 * a clock that tests drive and jobs that run when the test says so. Inject {@link Visitors} to come in by the doors,
 * {@link fr.pli.exchange.testing.People} to have somebody to come in.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = Pli.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "pli.web.management-port=0",
            "pli.web.tls=true",
            "pli.web.public-address=https://pli.test",
            "pli.jobs.enabled=false",
            "pli.mail.returns.secret=" + AppTest.RETURNS_SECRET,
            "pli.factor.required=SAPITEUR",
            "pli.account.hash-memory=64KB",
            "pli.account.hash-iterations=1",
            "pli.preview.time=8s"
        })
@ContextConfiguration(
        initializers = {TestDatabase.class, TestClamd.class, TestMail.class, TestTls.class, TestCards.class})
public @interface AppTest {

    /** What a call that reports non-delivery carries. */
    String RETURNS_SECRET = "secret-partage-des-tests";
}
