using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Access;

/// <summary>
/// What marks a database as a demo: the seed it was made from and the day on which it stands. Signing in by role exists only
/// under this mark. It lies in the settings <c>demo</c> and <c>demo-today</c>.
/// </summary>
public sealed record DemoMark(int Seed, DateOnly? Today)
{
    public const string SeedSetting = "demo";
    public const string TodaySetting = "demo-today";

    /// <summary>Null in every database that is not a demo.</summary>
    public static async Task<DemoMark?> Read(FairloadDb db, CancellationToken stop)
    {
        var seed = await Settings.Get(db, SeedSetting, stop);
        if (seed is null || !int.TryParse(seed, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)) return null;

        var today = await Settings.Get(db, TodaySetting, stop);
        return new(
            number,
            DateOnly.TryParseExact(today, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null);
    }

    /// <summary>Writes the mark; inside a change.</summary>
    public static async Task Write(FairloadDb db, int seed, DateOnly today, CancellationToken stop)
    {
        await Settings.Put(db, SeedSetting, seed.ToString(CultureInfo.InvariantCulture), stop);
        await Settings.Put(db, TodaySetting, today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), stop);
    }
}

/// <summary>Single values of the database itself.</summary>
internal static class Settings
{
    public static async Task<string?> Get(FairloadDb db, string name, CancellationToken stop) =>
        (await db.Database.SqlQuery<string>($"select value as \"Value\" from setting where name = {name}").ToListAsync(stop))
        .SingleOrDefault();

    /// <summary>Inside a change.</summary>
    public static Task Put(FairloadDb db, string name, string value, CancellationToken stop) =>
        db.Database.ExecuteSqlAsync(
            $"insert into setting (name, value) values ({name}, {value}) on conflict (name) do update set value = excluded.value", stop);

    /// <summary>Inside a change.</summary>
    public static Task Remove(FairloadDb db, string name, CancellationToken stop) =>
        db.Database.ExecuteSqlAsync($"delete from setting where name = {name}", stop);
}
