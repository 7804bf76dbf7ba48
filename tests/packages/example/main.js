import { onPrices, setCart, start } from 'goeswith';

onPrices((ids) => ids.map((id) => ({ id, price: '12.50' })));
setCart({ currency: 'EUR', lines: [{ productId: 'MOK-1000', qty: 1, unitMinor: 3650 }] });
start({ model: '/shop.gw', config: '/shop.json' });
