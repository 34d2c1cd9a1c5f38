package fr.pli.exchange.testing;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The features of the exchange with a clock that tests drive. */
@SpringBootApplication(scanBasePackages = "fr.pli.exchange")
@ConfigurationPropertiesScan("fr.pli.exchange")
public class ExchangeApplication {

    @Bean
    @Primary
    TestClock testClock() {
        return new TestClock();
    }
}
