console.log("shown");
