package fr.pli.expertise.testing;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The features of both modules without the pages around them, with the clock of {@code ExchangeApplication}. */
@SpringBootApplication(scanBasePackages = {"fr.pli.exchange", "fr.pli.expertise"})
@ConfigurationPropertiesScan("fr.pli")
public class ExpertiseApplication {}
