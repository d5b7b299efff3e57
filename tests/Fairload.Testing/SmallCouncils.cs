using Fairload.Core.Allocation;

namespace Fairload.Testing;

/// <summary>Made-up questions of up to 7 items and 4 holders, in which the rules bind often.</summary>
public static class SmallCouncils
{
    public static Sharing From(int seed, int mostItems = 7, bool withTolerance = false)
    {
        var random = new Random(seed);
        var holders = new Holder[random.Next(1, 5)];
        for (var i = 0; i < holders.Length; i++)
        {
            var (capacity, committed) = (random.Next(1, 7), random.Next(3) == 0 ? random.Next(0, 12) : 0);
            holders[i] = new(capacity, committed, random.Next(3) == 0 ? random.Next(0, 14) : random.Next(10, 60),
                random.Next(3) == 0 ? random.Next(0, 3) : int.MaxValue);
        }

        var items = new Item[random.Next(mostItems / 3, mostItems + 1)];
        var someStand = random.Next(3) > 0;
        for (var j = 0; j < items.Length; j++)
        {
            var options = Options(random, holders.Length);
            var stands = someStand && options.Count > 0 && random.Next(3) > 0;
            items[j] = new(options, random.Next(1, 6), stands ? random.Next(options.Count) : -1);
        }

        return new(holders, items, random.Next(5) > 1 ? random.Next(0, 2) : int.MaxValue, withTolerance ? random.Next(1, 30) / 100.0 : 0);
    }

    private static List<Option> Options(Random random, int holders)
    {
        var (options, weight, sameForAll) = (new List<Option>(), random.Next(0, 9), random.Next(3) > 0);
        for (var i = 0; i < holders; i++)
        {
            if (random.Next(4) == 0) continue;
            options.Add(new(i, sameForAll ? weight : random.Next(0, 9), random.Next(0, 5)));
        }

        if (holders > 1 && random.Next(4) == 0)
        {
            var one = random.Next(holders);
            options.Add(new(one, random.Next(0, 6), random.Next(0, 5), (one + random.Next(1, holders)) % holders, random.Next(0, 6)));
        }

        return options;
    }
}
