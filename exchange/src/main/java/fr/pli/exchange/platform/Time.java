package fr.pli.exchange.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The application's clock, in milliseconds like the database's columns, passed into SQL as a parameter. */
@Configuration(proxyBeanMethods = false)
public class Time {

    /** The zone of legal days: ends of life, key buckets, nightly jobs. */
    public static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Bean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));
    }
}
