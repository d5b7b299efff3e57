namespace Fairload.Core.Allocation;

/// <summary>A question checked and laid out in flat lists: the ways of item j are those from First[j] to First[j + 1].</summary>
internal sealed class Ways
{
    private const byte Comes = 1;
    private const byte Grows = 2;

    public Ways(Sharing question)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(question.MostMoves);
        if (!(question.Tolerance >= 0)) throw new ArgumentException("A tolerance is 0 or more", nameof(question));
        (Items, Holders, MostMoves, Tolerance) = (question.Items.Count, question.Holders.Count, question.MostMoves, question.Tolerance);
        Capacity = new long[Holders];
        Committed = new long[Holders];
        Ceiling = new long[Holders];
        MostNew = new int[Holders];
        for (var i = 0; i < Holders; i++) Read(i, question.Holders[i]);

        First = new int[Items + 1];
        for (var j = 0; j < Items; j++) First[j + 1] = First[j] + question.Items[j].Options.Count;
        var all = First[Items];
        (Who, With, Flags, WithFlags, IsMove) = (new int[all], new int[all], new byte[all], new byte[all], new byte[all]);
        (Points, WithPoints, Cost) = (new long[all], new long[all], new long[all]);
        (Risk, Now, AlsoMay) = (new long[Items], new int[Items], new IReadOnlyList<int>[Items]);
        long most = 0;
        for (var j = 0; j < Items; j++) most = checked(most + Read(j, question.Items[j]));
        foreach (var committed in Committed) most = checked(most + committed);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(most, long.MaxValue / 4, nameof(question));
    }

    public int Items { get; }

    public int Holders { get; }

    public int MostMoves { get; }

    public double Tolerance { get; }

    public long[] Capacity { get; }

    public long[] Committed { get; }

    public long[] Ceiling { get; }

    public int[] MostNew { get; }

    public int[] First { get; }

    public int[] Who { get; }

    public int[] With { get; }

    public long[] Points { get; }

    public long[] WithPoints { get; }

    public long[] Cost { get; }

    /// <summary>1 where taking this way moves an item that stands elsewhere, 0 otherwise.</summary>
    public byte[] IsMove { get; }

    public long[] Risk { get; }

    /// <summary>The way where the item stands; -1 for one that waits.</summary>
    public int[] Now { get; }

    /// <summary>Who may hold it beside those of its ways: see <see cref="Item.AlsoMay"/>.</summary>
    public IReadOnlyList<int>[] AlsoMay { get; }

    /// <summary>Not every way that the rules allow is among the ways.</summary>
    public bool LeavesOut { get; private set; }

    private byte[] Flags { get; }

    private byte[] WithFlags { get; }

    /// <summary>1 where the item is new to who takes it in this way, which <see cref="Holder.MostNew"/> counts.</summary>
    public int New(int way) => Flags[way] & Comes;

    public int NewToSecond(int way) => WithFlags[way] & Comes;

    /// <summary>1 where who takes it gets more than they hold of it now, which nobody over their ceiling may.</summary>
    public int More(int way) => Flags[way] >> 1;

    public int MoreForSecond(int way) => WithFlags[way] >> 1;

    /// <summary>The first of an item's ways, from <paramref name="start"/> on, that leads to the holder; -1 for none.</summary>
    public int Next(int item, int start, int holder)
    {
        var found = Who.AsSpan(start, First[item + 1] - start).IndexOf(holder);
        return found < 0 ? -1 : start + found;
    }

    /// <summary>The least that an item weighs on everybody together.</summary>
    public long LeastWeight(int item)
    {
        var least = long.MaxValue;
        for (var o = First[item]; o < First[item + 1]; o++) least = Math.Min(least, Points[o] + WithPoints[o]);
        return least;
    }

    /// <summary>No legal answer lets somebody pass this: their ceiling, or what they hold already.</summary>
    public long[] Caps()
    {
        var caps = Standing();
        for (var i = 0; i < Holders; i++) caps[i] = Math.Max(caps[i], Ceiling[i]);
        return caps;
    }

    /// <summary>What everybody may take before anything is moved.</summary>
    public long[] RoomBesideWhatStands()
    {
        var room = Standing();
        for (var i = 0; i < Holders; i++) room[i] = Math.Max(0, Ceiling[i] - room[i]);
        return room;
    }

    /// <summary>The most that the moves allowed can take from everybody together.</summary>
    public long MostFreed(List<int> standing)
    {
        var weights = new long[standing.Count];
        for (var n = 0; n < weights.Length; n++) weights[n] = Points[Now[standing[n]]] + WithPoints[Now[standing[n]]];
        Array.Sort(weights);
        long most = 0;
        for (var n = 1; n <= Math.Min(MostMoves, weights.Length); n++) most += weights[^n];
        return most;
    }

    /// <summary>What everybody holds before anything is moved or placed.</summary>
    public long[] Standing()
    {
        var load = (long[])Committed.Clone();
        for (var j = 0; j < Items; j++)
        {
            if (Now[j] < 0) continue;
            load[Who[Now[j]]] += Points[Now[j]];
            if (With[Now[j]] >= 0) load[With[Now[j]]] += WithPoints[Now[j]];
        }

        return load;
    }

    private void Read(int index, Holder holder)
    {
        if (holder.Capacity <= 0) throw new ArgumentException($"Holder {index} has no capacity");
        if (holder.Committed < 0 || holder.MostNew < 0) throw new ArgumentException($"Holder {index} holds or takes less than nothing");
        (Capacity[index], Committed[index], Ceiling[index], MostNew[index]) =
            (holder.Capacity, holder.Committed, holder.Ceiling, holder.MostNew);
    }

    /// <summary>The most that the item may weigh.</summary>
    private long Read(int index, Item item)
    {
        if (item.Risk <= 0) throw new ArgumentException($"Item {index} has no risk");
        if (item.Now < -1 || item.Now >= item.Options.Count) throw new ArgumentException($"Item {index} stands at no option of its own");
        if (item.AlsoMay.Any(i => (uint)i >= (uint)Holders)) throw new ArgumentException($"Item {index} may go to nobody");
        (Risk[index], AlsoMay[index]) = (item.Risk, item.AlsoMay);
        LeavesOut |= item.AlsoMay.Count > 0;
        Now[index] = item.Now < 0 ? -1 : First[index] + item.Now;
        long most = 0;
        for (var o = 0; o < item.Options.Count; o++)
        {
            var (option, way) = (item.Options[o], First[index] + o);
            if ((uint)option.Holder >= (uint)Holders || option.With < -1 || option.With >= Holders || option.With == option.Holder)
                throw new ArgumentException($"Option {o} of item {index} leads to nobody");
            if (option.Points < 0 || option.WithPoints < 0 || option.Cost < 0)
                throw new ArgumentException($"Option {o} of item {index} has points or a cost under 0");
            (Who[way], With[way], Points[way], Cost[way]) = (option.Holder, option.With, option.Points, option.Cost);
            WithPoints[way] = option.With < 0 ? 0 : option.WithPoints;
            most = Math.Max(most, checked(option.Points + WithPoints[way]));
            IsMove[way] = (byte)(item.Now >= 0 && o != item.Now ? 1 : 0);
            var now = item.Now < 0 ? null : item.Options[item.Now];
            Flags[way] = FlagsOf(option.Holder, option.Points, now);
            if (option.With >= 0) WithFlags[way] = FlagsOf(option.With, option.WithPoints, now);
        }

        return most;
    }

    private static byte FlagsOf(int holder, long points, Option? now)
    {
        if (now is null || (now.Holder != holder && now.With != holder)) return Comes | Grows;
        return points > (now.Holder == holder ? now.Points : now.WithPoints) ? Grows : (byte)0;
    }
}
