using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Tests;

public sealed class The_schema
{
    [Theory, ClassData(typeof(Engines))]
    public async Task Has_every_column_that_is_mapped(string engine)
    {
        var store = await Engines.Fresh(engine);
        await using var db = store.Open();
        foreach (var table in db.Model.GetEntityTypes())
        {
            var columns = string.Join(", ", table.GetProperties().Select(p => $"\"{p.GetColumnName()}\""));
            var sql = "select " + columns + " from " + table.GetTableName() + " where 1 = 0";
            Assert.Equal(-1, await db.Database.ExecuteSqlRawAsync(sql));
        }
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Can_be_brought_up_to_date_twice(string engine)
    {
        var store = await Engines.Fresh(engine);
        await using var db = store.Open();

        await Schema.SchemaHistory.BringUpToDate(db, CancellationToken.None);

        Assert.Empty(await db.Workers.ToListAsync());
    }
}
