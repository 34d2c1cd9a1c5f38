package fr.pli.exchange.platform;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who runs the service and whom to call, shown in the foot of each page and of each mail (A-4, N-5).
 *
 * @param name institution that runs the service
 * @param supportPhone telephone number of the support
 * @param supportEmail e-mail address of the support
 */
@ConfigurationProperties("pli.institution")
public record Institution(
        @DefaultValue("Pli") String name,
        @DefaultValue("01 00 00 00 00") String supportPhone,
        @DefaultValue("assistance@exemple.fr") String supportEmail) {}
