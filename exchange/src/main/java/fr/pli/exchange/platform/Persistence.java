package fr.pli.exchange.platform;

import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.context.annotation.Configuration;

/** Where entities and repositories are found, whichever application the features run in. */
@Configuration(proxyBeanMethods = false)
@AutoConfigurationPackage(basePackages = "fr.pli")
class Persistence {}
