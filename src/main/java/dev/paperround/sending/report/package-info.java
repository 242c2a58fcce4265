/** Tells readers and operators what became of sends and deliveries. */
package dev.paperround.sending.report;
