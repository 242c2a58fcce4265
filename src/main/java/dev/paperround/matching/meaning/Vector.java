package dev.paperround.matching.meaning;

import java.nio.ByteBuffer;

/**
 * Holds a direction in steps of a byte, which changes no cosine by more than a hundredth. In memory a step is an int, as
 * Java multiplies these eight at a time and bytes one by one.
 */
public record Vector(int[] steps, float step) {
    public static Vector of(float[] values) {
        double squares = 0;
        float most = Float.MIN_NORMAL;
        for (float value : values) {
            squares += (double) value * value;
            most = Math.max(most, Math.abs(value));
        }
        int[] steps = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            steps[i] = Math.round(values[i] / most * Byte.MAX_VALUE);
        }
        double length = Math.max(Math.sqrt(squares), Float.MIN_NORMAL);
        return new Vector(steps, (float) (most / Byte.MAX_VALUE / length));
    }

    public float cosine(Vector other) {
        return steps.length == other.steps.length ? product(steps, other.steps) * step * other.step : 0;
    }

    private static int product(int[] one, int[] other) {
        int sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    int size() {
        return Float.BYTES + steps.length;
    }

    void write(ByteBuffer into) {
        into.putFloat(step);
        for (int value : steps) {
            into.put((byte) value);
        }
    }

    static Vector read(ByteBuffer from, int dimensions) {
        float step = from.getFloat();
        byte[] bytes = new byte[dimensions];
        from.get(bytes);
        int[] steps = new int[dimensions];
        for (int i = 0; i < dimensions; i++) {
            steps[i] = bytes[i];
        }
        return new Vector(steps, step);
    }

    public byte[] toBytes() {
        ByteBuffer bytes = ByteBuffer.allocate(size());
        write(bytes);
        return bytes.array();
    }

    public static Vector of(byte[] bytes) {
        return read(ByteBuffer.wrap(bytes), bytes.length - Float.BYTES);
    }
}
