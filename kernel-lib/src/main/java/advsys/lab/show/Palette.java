package advsys.lab.show;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// At most 256 colours for a drawing. Colours fall into cells of 8 × 8 × 8; a cell is shown in the colour that fills
/// most of it, so that areas keep their exact colour; when there are more cells, the rarest take the nearest
/// colour.
final class Palette {
    private static final int CELLS = 1 << 15;
    private static final int SIZE = 256;

    private final byte[] indexOfCell = new byte[CELLS];
    private final int[] colours;
    private final double covered;

    Palette(int[] points) {
        int[] count = new int[CELLS];
        int[] leader = new int[CELLS];
        int[] lead = new int[CELLS]; // majority vote: how far the leader is ahead
        for (int i = 0; i < points.length; ) {
            int colour = points[i];
            int run = i + 1;
            while (run < points.length && points[run] == colour) {
                run++;
            }
            int cell = cell(colour);
            int votes = run - i;
            i = run;
            count[cell] += votes;
            if (leader[cell] == colour || lead[cell] < votes) {
                lead[cell] = leader[cell] == colour ? lead[cell] + votes : votes - lead[cell];
                leader[cell] = colour;
            } else {
                lead[cell] -= votes;
            }
        }
        int[] used = IntStream.range(0, CELLS)
                .filter(cell -> count[cell] > 0)
                .boxed()
                .sorted(Comparator.comparingInt(cell -> -count[cell]))
                .mapToInt(Integer::intValue)
                .toArray();
        covered = Arrays.stream(used).limit(SIZE).map(cell -> count[cell]).sum() / (double) points.length;
        colours = Arrays.stream(used).limit(SIZE).map(cell -> leader[cell]).toArray();
        for (int rank = 0; rank < used.length; rank++) {
            indexOfCell[used[rank]] = (byte) (rank < SIZE ? rank : nearest(leader[used[rank]]));
        }
    }

    /// The share of the points that keep their cell; little in a photograph.
    double covered() {
        return covered;
    }

    private static int cell(int colour) {
        return (colour >> 9 & 0x7C00) | (colour >> 6 & 0x03E0) | (colour >> 3 & 0x001F);
    }

    private int nearest(int colour) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < colours.length; i++) {
            int red = (colours[i] >> 16 & 0xFF) - (colour >> 16 & 0xFF);
            int green = (colours[i] >> 8 & 0xFF) - (colour >> 8 & 0xFF);
            int blue = (colours[i] & 0xFF) - (colour & 0xFF);
            int distance = red * red + green * green + blue * blue;
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return best;
    }

    byte index(int colour) {
        return indexOfCell[cell(colour)];
    }

    /// Red, green, blue of each colour.
    byte[] colours() {
        byte[] bytes = new byte[3 * colours.length];
        for (int i = 0; i < colours.length; i++) {
            bytes[3 * i] = (byte) (colours[i] >> 16);
            bytes[3 * i + 1] = (byte) (colours[i] >> 8);
            bytes[3 * i + 2] = (byte) colours[i];
        }
        return bytes;
    }
}
