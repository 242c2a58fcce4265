/** Signs the links and envelope addresses that open a subscription or name a delivery. */
package dev.paperround.subscriber.token;
