package fr.pli.app.doctor;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the command {@code doctor} compares with.
 *
 * @param ntp name of a time server that the clock is compared with; empty to compare it with the database only
 * @param skew how far clocks may differ
 */
@ConfigurationProperties("pli.doctor")
record DoctorSettings(
        @DefaultValue("") String ntp, @DefaultValue("2s") Duration skew) {}
